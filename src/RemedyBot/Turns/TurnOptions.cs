namespace RemedyBot.Turns;

/// <summary>How turns are run.</summary>
public sealed record TurnOptions
{
    /// <summary>How long a token opens its conversation after the last answer.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Tell authors and tests what happened behind the words.</summary>
    public bool Trace { get; init; }

    /// <summary>Draft languages may be spoken.</summary>
    public bool Drafts { get; init; }

    /// <summary>Days a kept conversation lives without a visit, as the person is told.</summary>
    public int KeptDays { get; init; } = 30;

    /// <summary>The name of this server in receipts.</summary>
    public string Instance { get; init; } = "remedybot";

    /// <summary>The page's address as people use it; null where nobody said it.</summary>
    public string? Page { get; init; }

    /// <summary>The address that e-mails to people come from; null where none are sent.</summary>
    public string? NoticesFrom { get; init; }

    /// <summary>Days a handed-over case stays with its recipient.</summary>
    public int ConsentDays { get; init; } = 30;
}
