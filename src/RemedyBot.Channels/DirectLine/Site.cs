namespace RemedyBot.Channels.DirectLine;

/// <summary>A site that embeds the chat.</summary>
/// <param name="Secrets">Of its own backend; two while one is being replaced.</param>
/// <param name="Origins">Its pages, as browsers write them (`https://example.org`); empty binds tokens to none.</param>
public sealed record Site(string Name, IReadOnlyList<string> Secrets, IReadOnlyList<string> Origins)
{
    public override string ToString() => Name;
}
