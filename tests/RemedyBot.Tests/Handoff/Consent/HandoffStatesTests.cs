using RemedyBot.Handoff.Consent;

namespace RemedyBot.Tests.Handoff.Consent;

public sealed class HandoffStatesTests
{
    [Fact]
    public void The_names_are_the_contracts()
    {
        var names = Enum.GetValues<HandoffState>().Select(state => state.ToName());
        Assert.Equal("waiting delivered received accepted in_progress answered done referred declined withdrawn failed", string.Join(' ', names));
        Assert.All(Enum.GetValues<HandoffState>(), state => Assert.Equal(state, HandoffStates.Read(state.ToName())));
        Assert.Null(HandoffStates.Read("Delivered"));
    }

    [Fact]
    public void A_worker_can_never_say_what_only_an_event_makes_true()
    {
        var said = Enum.GetValues<HandoffState>().SelectMany(HandoffStates.After).ToHashSet();
        Assert.DoesNotContain(HandoffState.Waiting, said);
        Assert.DoesNotContain(HandoffState.Delivered, said);
        Assert.DoesNotContain(HandoffState.Answered, said);
        Assert.DoesNotContain(HandoffState.Withdrawn, said);
        Assert.DoesNotContain(HandoffState.Failed, said);
    }

    [Theory]
    [InlineData(HandoffState.Waiting)]
    [InlineData(HandoffState.Withdrawn)]
    [InlineData(HandoffState.Failed)]
    public void Nothing_follows_from_what_the_desk_does_not_hold(HandoffState state) => Assert.False(HandoffStates.CanBeAnswered(state));
}
