namespace RemedyBot.Channels.Signal;

/// <summary>One message that signal-cli brought.</summary>
/// <param name="Person">The account's id, else its number: replies go there.</param>
/// <param name="Id">The time at which it was sent, in milliseconds: Signal's own name for a message.</param>
/// <param name="Text">Null where there are no words.</param>
/// <param name="Unreadable">A picture, a voice, a sticker or the like.</param>
/// <param name="Group">The group it was said in; null between two.</param>
/// <param name="Vanishes">Seconds after which messages of this chat vanish; 0: never.</param>
public sealed record SignalMessage(string Person, string Id, string? Text, bool Unreadable, string? Group, int Vanishes)
{
    /// <summary>It came cut, its rest as a file, or has more words than are kept.</summary>
    public bool TooLong { get; init; }

    /// <summary>It and others came faster than they can be answered.</summary>
    public bool TooFast { get; init; }

    /// <summary>An earlier message was changed.</summary>
    public bool Edited { get; init; }

    public override string ToString() => nameof(SignalMessage);
}
