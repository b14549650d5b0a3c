namespace RemedyBot.Pages.Shared;

/// <summary>Text as a person reads it; it is escaped where it is written, never before.</summary>
public sealed class Words(string text) : Node
{
    public string Text { get; } = text;
}
