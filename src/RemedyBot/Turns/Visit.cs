using RemedyBot.Localization.Bidi;
using RemedyBot.Storage.Tokens;
using Stored = RemedyBot.Storage.Vault.Conversation;

namespace RemedyBot.Turns;

/// <summary>One try at a turn: a message, and the conversation it opened.</summary>
/// <param name="Text">Cleaned; null where nothing was typed or tapped.</param>
internal sealed record Visit(TurnRequest Request, string? Text, OpenToken Token, Stored Stored)
{
    /// <summary>What was typed or tapped, or opened the conversation.</summary>
    public string Words => Text ?? CleanText.Of(Request.Opening);

    /// <summary>All that was said, by which a message that comes twice is known.</summary>
    public string Body => Request.Beside is { } beside ? Text + "\n" + beside : Text ?? Request.Opening;

    /// <summary>What is stored was ended, and goes on now.</summary>
    public bool Reopens { get; init; }

    public override string ToString() => nameof(Visit);
}
