using RemedyBot.Dialogs.Turns;
using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Turns;

/// <summary>What others wrote meanwhile, and what the dialogs say because of it.</summary>
/// <param name="Letters">Read, to be taken out of their boxes.</param>
/// <param name="Said">By a human, in a talk.</param>
/// <param name="TalkStatus">Where a talk stands since this turn, as a `handoff.status` names it; null where that did not change.</param>
public sealed record Heard(CaseFile File, IReadOnlyList<Letter> Letters, IReadOnlyList<HumanWords> Said, IReadOnlyList<Message> Messages, string? TalkStatus)
{
    /// <summary>Something came or changed by itself.</summary>
    public bool IsNew => Said.Count > 0 || Messages.Count > 1 || TalkStatus is not null;

    public override string ToString() => nameof(Heard);
}
