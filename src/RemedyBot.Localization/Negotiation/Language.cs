namespace RemedyBot.Localization.Negotiation;

/// <summary>One entry of <c>localization/languages.yaml</c>.</summary>
public sealed record Language
{
    /// <summary>BCP 47.</summary>
    public required string Tag { get; init; }

    /// <summary>In its own script.</summary>
    public required string Name { get; init; }

    public bool RightToLeft { get; init; }

    /// <summary><c>rtl</c> or <c>ltr</c>, as HTML wants it.</summary>
    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>The languages asked next, best first; complete.</summary>
    public IReadOnlyList<string> Fallback { get; init; } = [];

    /// <summary>The <c>Plural-Forms</c> header.</summary>
    public required string Plural { get; init; }

    /// <summary>The culture for what the program formats itself.</summary>
    public string Culture { get; init; } = "";

    /// <summary>Ten digits, zero first, that numbers are written with.</summary>
    public string Digits { get; init; } = "0123456789";

    public LanguageStatus Status { get; init; }

    /// <summary>How the person is addressed: <c>tu</c>, <c>usted</c>, <c>vous</c>, <c>you</c> …</summary>
    public string Address { get; init; } = "";
}
