namespace RemedyBot.Channels.WhatsApp;

/// <summary>One message that WhatsApp brought.</summary>
/// <param name="Person">The id that WhatsApp made for this person towards this business, else the number: replies go there.</param>
/// <param name="Id">WhatsApp's id of the message.</param>
/// <param name="At">When it was sent: from then on free words may be answered for a day.</param>
/// <param name="Text">Words, a caption, or what a tapped button carries; null where there are none.</param>
/// <param name="Tapped"><paramref name="Text"/> is what a button of ours carries.</param>
public sealed record WhatsAppMessage(string Person, string Id, DateTimeOffset At, string? Text, bool Tapped)
{
    /// <summary>A picture, a voice, a place or the like.</summary>
    public bool Unreadable { get; init; }

    /// <summary>More words than are kept.</summary>
    public bool TooLong { get; init; }

    /// <summary>An earlier message was changed.</summary>
    public bool Edited { get; init; }

    /// <summary>The chat was opened, or the template's button was tapped: the question is to be shown.</summary>
    public bool Begins { get; init; }

    public override string ToString() => nameof(WhatsAppMessage);
}
