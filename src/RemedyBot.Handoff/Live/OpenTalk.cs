using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;

namespace RemedyBot.Handoff.Live;

/// <summary>A talk as a worker sees it.</summary>
/// <param name="Heard">When the person's page was last heard from; null where that is long ago.</param>
public sealed record OpenTalk(DeskHead Head, DeskTalk Talk, TalkStage Stage, IReadOnlyList<TalkLine> Lines, DateTimeOffset? Heard)
{
    /// <summary>The lines in order: each worker's word says after how many of the person's it was written.</summary>
    internal static IReadOnlyList<TalkLine> Lined(IReadOnlyList<CaseEvent> history, IReadOnlyList<PersonAnswer> answers)
    {
        var lines = new List<TalkLine>();
        var said = 0;
        foreach (var happened in history)
        {
            for (; said < Math.Min(happened.After ?? 0, answers.Count); said++)
                lines.Add(Line(answers[said]));
            if (happened.Text is not null || happened.State != HandoffState.Answered)
                lines.Add(new(happened.By ?? "", happened.Text, happened.State == HandoffState.Answered ? null : TalkStages.Of(happened.State)));
        }

        return [.. lines, .. answers.Skip(said).Select(Line)];
    }

    /// <summary>Where the talk stands as the desk knows it: what its own line says, then what the person's side told last.</summary>
    internal static TalkStage StageOf(DeskTalk talk, PersonAnswer? last) =>
        talk.Over ? TalkStage.Completed
        : EventOf(last) is { } happened ? TalkStages.Next(talk.By is null ? TalkStage.Requested : TalkStage.Human, happened)
        : talk.By is null ? TalkStage.Requested : TalkStage.Human;

    private static TalkLine Line(PersonAnswer answer) => new(null, answer.Text.Length > 0 ? answer.Text : null, EventOf(answer));

    private static TalkEvent? EventOf(PersonAnswer? answer) => Enum.TryParse<TalkEvent>(answer?.Event, out var happened) ? happened : null;

    public override string ToString() => nameof(OpenTalk);
}
