using System.Collections.Frozen;

namespace RemedyBot.Channels.Sms;

/// <summary>The letters that a text message can carry in seven bits each (3GPP TS 23.038). With any other letter the whole message needs sixteen.</summary>
public static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each of these follows an escape, so it takes two places.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenDictionary<char, int> Places =
        Basic.Select(c => (c, 1)).Concat(Extension.Select(c => (c, 2))).ToFrozenDictionary(p => p.c, p => p.Item2);

    /// <summary>Signs that a printer would tell apart and a reader would not. Letters with accents are words, and stay.</summary>
    private static readonly FrozenDictionary<char, string> Plainer = new (string Signs, string Plain)[]
    {
        ("‘’‚", "'"),
        ("“”„«»", "\""),
        ("‐‑–—•", "-"),
        ("…", "..."),
        ("\u00a0\u202f\u2009", " "),
        // Marks of direction say nothing where all letters run one way.
        ("\u2066\u2067\u2068\u2069\u200e\u200f", ""),
    }.SelectMany(p => p.Signs.Select(s => (s, p.Plain))).ToFrozenDictionary(p => p.s, p => p.Plain);

    /// <summary>Places that a character takes; 0 where it has none.</summary>
    public static int PlacesOf(char character) => Places.GetValueOrDefault(character);

    public static bool Holds(string text) => text.All(c => Places.ContainsKey(c));

    /// <summary>The same with plainer signs, if that alone lets it go in seven bits; else untouched.</summary>
    public static string Plain(string text)
    {
        if (Holds(text) || !text.All(c => Places.ContainsKey(c) || Plainer.ContainsKey(c)))
            return text;
        return string.Concat(text.Select(c => Plainer.TryGetValue(c, out var plain) ? plain : c.ToString()));
    }
}
