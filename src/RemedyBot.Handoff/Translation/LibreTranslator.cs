using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Translation;

/// <summary>A LibreTranslate that somebody hosts themselves.</summary>
public sealed class LibreTranslator(TranslatorSettings settings, HttpClient client) : ITranslator
{
    private readonly WebCalls _calls = new(client, new Uri(settings.Url!.AbsoluteUri.TrimEnd('/') + "/"), null);

    public string Engine => "LibreTranslate";

    public async Task<string?> TranslateAsync(string words, string from, string to, CancellationToken cancellation)
    {
        var call = new JsonObject { ["q"] = words, ["source"] = Code(from), ["target"] = Code(to), ["format"] = "text" };
        if (settings.Key is { } key)
            call["api_key"] = key;
        try
        {
            return (await _calls.PostAsync("translate", call, cancellation).ConfigureAwait(false)).Json().TextOrNull("translatedText");
        }
        catch (NotDelivered)
        {
            return null;
        }
    }

    // It names languages without region and script; only Chinese in traditional writing has a name of its own.
    private static string Code(string tag) => tag.Split('-') is ["zh", .. var parts] && parts.Any(p => p.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO") ? "zt" : tag.Split('-')[0];
}
