namespace RemedyBot.Localization.Catalogs;

/// <summary>The source side of a PO entry.</summary>
internal sealed record PoSource(string? Context, string Id, string? Plural);
