namespace RemedyBot.EndToEnd.Journeys;

/// <summary>What one message of the bot says about itself on the page.</summary>
internal sealed record Message(string Step, string Topic, string Kind, string Language, string Text);
