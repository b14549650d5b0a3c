using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;

namespace RemedyBot.Handoff.Live;

/// <summary>A talk as a worker sees it.</summary>
/// <param name="Heard">When the person's page was last heard from; null where that is long ago.</param>
public sealed record OpenTalk(DeskHead Head, DeskTalk Talk, TalkStage Stage, IReadOnlyList<TalkLine> Lines, DateTimeOffset? Heard)
{
    /// <summary>The case that the talk is: what was said yes to, and its receipt. Null in a list.</summary>
    public OpenCase? Case { get; init; }

    /// <summary>The lines in order: each worker's word says after how many of the person's it was written.</summary>
    internal static IReadOnlyList<TalkLine> Lined(IReadOnlyList<CaseEvent> history, IReadOnlyList<PersonAnswer> answers)
    {
        var lines = new List<TalkLine>();
        var said = 0;
        foreach (var happened in history)
        {
            for (; said < Math.Min(happened.After ?? 0, answers.Count); said++)
                lines.AddRange(Told(answers[said]));
            if (happened.Text is not null || happened.State != HandoffState.Answered)
                lines.Add(new(happened.By ?? "", happened.Text, happened.State == HandoffState.Answered ? null : TalkStages.Of(happened.State)));
        }

        return [.. lines, .. answers.Skip(said).SelectMany(Told)];
    }

    /// <summary>Where the talk stands as the desk knows it: what its own line says, then what the person's side told. What is over stays over, whatever is written later.</summary>
    internal static TalkStage StageOf(DeskTalk talk, IEnumerable<PersonAnswer> answers) => talk.Over ? TalkStage.Completed
        : answers.Select(EventOf).OfType<TalkEvent>().Select(Came).Where(stage => !stage.IsOpen()).FirstOrDefault(talk.By is null ? TalkStage.Requested : TalkStage.Human);

    // Whoever writes to somebody for whom nobody came has not taken that talk.
    private static TalkStage Came(TalkEvent happened) => TalkStages.Next(happened == TalkEvent.NobodyCame ? TalkStage.Requested : TalkStage.Human, happened);

    private static IEnumerable<TalkLine> Told(PersonAnswer answer)
    {
        if (answer.Text.Length > 0)
            yield return new(null, answer.Text, null);
        if (EventOf(answer) is { } happened)
            yield return new(null, null, happened);
    }

    private static TalkEvent? EventOf(PersonAnswer? answer) => Enum.TryParse<TalkEvent>(answer?.Event, out var happened) ? happened : null;

    public override string ToString() => nameof(OpenTalk);
}
