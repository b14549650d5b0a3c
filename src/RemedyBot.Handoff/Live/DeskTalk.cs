using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Live;

/// <summary>What a case's line at the desk says of its talk.</summary>
/// <param name="Since">When the person asked, to the second; sealed with the line and gone with it.</param>
public sealed record DeskTalk(DateTimeOffset Since)
{
    // As many as a few workers can have under way; they share the line's room.
    private const int MostForms = 4;

    /// <summary>The worker who took it.</summary>
    public string? By { get; init; }

    /// <summary>The desk ended it: what is written from now on is a letter.</summary>
    public bool Over { get; init; }

    /// <summary>Marks of the last forms that were sent.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    internal DeskTalk After(HandoffState state, string worker, string? form) => this with
    {
        Forms = form is null ? Forms : [.. Forms.TakeLast(MostForms - 1), form],
        By = By ?? worker,
        Over = Over || TalkStages.Of(state) is TalkEvent.Completed or TalkEvent.Failed,
    };

    public override string ToString() => nameof(DeskTalk);
}
