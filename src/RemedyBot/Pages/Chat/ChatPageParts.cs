using System.Security.Cryptography;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>What the chat page is given.</summary>
/// <param name="Turn">The one door into a conversation.</param>
/// <param name="Texts">Texts of the catalogs, by language and key.</param>
/// <param name="Languages">The languages spoken, the source language first.</param>
public sealed record ChatPageParts(TurnHandler Turn, PageTexts Texts, IReadOnlyList<PageLanguage> Languages)
{
    /// <summary>Where "exit" leads: a page that many people open and that says nothing about why.</summary>
    public Uri Exit { get; init; } = new("https://www.wikipedia.org/");

    /// <summary>Where people reach this server, if the operator said so.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>A new random id for a form.</summary>
    public Func<string> NewId { get; init; } = () => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The queue that a request for codes waits in: an HMAC of the address's prefix, never the address.</summary>
    public Func<HttpContext, string> Bucket { get; init; } = _ => "";

    public PageWords Words(PageLanguage language) => new(language, "web", Texts);
}
