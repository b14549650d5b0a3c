namespace RemedyBot.Localization.Catalogs;

/// <summary>One entry of a PO file.</summary>
internal sealed record PoEntry
{
    public int Line { get; init; }

    /// <summary>Lines that begin with <c># </c>, without it.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Lines that begin with <c>#. </c>, without it.</summary>
    public IReadOnlyList<string> Extracted { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The <c>#|</c> entry: context, text and plural before the source changed.</summary>
    public PoSource? Previous { get; init; }

    public string? Context { get; init; }

    public string Id { get; init; } = "";

    public string? Plural { get; init; }

    public IReadOnlyList<string> Strings { get; init; } = [];

    public bool IsHeader => Context is null && Id.Length == 0;

    public bool IsFuzzy => Flags.Contains("fuzzy");
}
