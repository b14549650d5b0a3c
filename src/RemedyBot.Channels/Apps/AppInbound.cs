namespace RemedyBot.Channels.Apps;

/// <summary>What a person sent in an app, as its adapter read it.</summary>
/// <param name="Conversation">The app's own id of the conversation; without control characters.</param>
/// <param name="Id">The app's own id of this message or tap: the same id is processed once.</param>
public sealed record AppInbound(string Conversation, string Id)
{
    /// <summary>Words, or the value of what was tapped; null where there are none.</summary>
    public string? Text { get; init; }

    /// <summary>The person opened the conversation: the greeting, or the question that waits.</summary>
    public bool Begins { get; init; }

    /// <summary>A picture, a voice or a file came along and was left where it is.</summary>
    public bool Unreadable { get; init; }

    /// <summary>An earlier message was changed, which is not read: the question that waits is shown again, and nothing begins.</summary>
    public bool Edited { get; init; }

    /// <summary>It came too fast to be read: nothing begins with it, since it may stand behind what ended the conversation.</summary>
    public bool Unread { get; init; }

    /// <summary>It came before an earlier message of the same person was answered.</summary>
    public bool Behind { get; init; }

    /// <summary>Key of a sentence that is said first; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>BCP 47 tag that the app tells; null where it tells none.</summary>
    public string? Language { get; init; }

    /// <summary>Of a tap: the number of the turn that asked (<see cref="Tap"/>). A tap on an earlier question answers nothing.</summary>
    public int? Question { get; init; }

    /// <summary>Of a tap: the id of the message that carries what was tapped, where the app can change a message.</summary>
    public string? Tapped { get; init; }

    /// <summary>The id by which the person's own message can be taken back at an erase; null where the app cannot.</summary>
    public string? Trace { get; init; }

    public override string ToString() => nameof(AppInbound);
}
