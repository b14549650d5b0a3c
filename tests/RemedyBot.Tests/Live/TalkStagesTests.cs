using FsCheck.Xunit;
using RemedyBot.Handoff.Live;

namespace RemedyBot.Tests.Live;

public sealed class TalkStagesTests
{
    [Property]
    public bool What_is_over_stays_over_whatever_comes(TalkEvent[] before, TalkEvent[] after)
    {
        var stage = Run(TalkStage.Requested, before);
        return stage.IsOpen() || Run(stage, after) == stage;
    }

    [Property]
    public bool A_repeat_changes_nothing(TalkEvent[] events, TalkEvent happened)
    {
        var stage = Run(TalkStage.Requested, events);
        var once = TalkStages.Next(stage, happened);
        return TalkStages.Next(once, happened) == once;
    }

    [Property]
    public bool Nobody_is_there_unless_somebody_took_it(TalkEvent[] events) =>
        events.Contains(TalkEvent.Accepted) || Run(TalkStage.Requested, events) is not (TalkStage.Human or TalkStage.Left);

    [Property]
    public bool An_end_from_either_side_always_ends_it(TalkEvent[] before, bool person) =>
        !TalkStages.Next(Run(TalkStage.Requested, before), person ? TalkEvent.Cancelled : TalkEvent.Completed).IsOpen();

    [Property]
    public bool Who_is_being_answered_is_never_told_that_nobody_came(TalkEvent[] events) =>
        Run(TalkStage.Requested, [TalkEvent.Accepted, .. events]) != TalkStage.Missed;

    [Theory]
    [InlineData("accepted", TalkEvent.Accepted)]
    [InlineData(" Accepted ", TalkEvent.Accepted)]
    [InlineData("COMPLETED", TalkEvent.Completed)]
    [InlineData("fAiled", TalkEvent.Failed)]
    [InlineData("queued", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_status_is_read_in_any_case(string? written, TalkEvent? read) => Assert.Equal(read, TalkStages.Read(written));

    [Fact]
    public void Each_stage_says_the_state_that_the_protocol_knows() => Assert.Equal(
        [null, "accepted", "completed", "failed", "failed", "failed", "completed"],
        Enum.GetValues<TalkStage>().Select(stage => stage.ToStatus()));

    private static TalkStage Run(TalkStage stage, TalkEvent[] events) => events.Aggregate(stage, TalkStages.Next);
}
