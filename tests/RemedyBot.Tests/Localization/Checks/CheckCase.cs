using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;
using RemedyBot.Tests.Localization.Catalogs;

namespace RemedyBot.Tests.Localization.Checks;

/// <summary>One content for a check to look at: a source, its Spanish translation, and what is bent for the case.</summary>
internal sealed record CheckCase
{
    public string Text { get; init; } = "Plain words here.";

    public string? Plural { get; init; }

    public TextKind Kind { get; init; }

    public int Max { get; init; }

    public bool Critical { get; init; }

    public string Key { get; init; } = "d/step/text";

    /// <summary>The translations; null writes no entry.</summary>
    public string[]? Spanish { get; init; } = ["Palabras sencillas."];

    public string Before { get; init; } = "";

    public string Header { get; init; } = AContent.SpanishHeader;

    public string Path { get; init; } = "localization/es/d.po";

    public string Tail { get; init; } = "";

    public string Status { get; init; } = "beta";

    public IReadOnlyList<SourceText> More { get; init; } = [];

    public IReadOnlyList<ContentFile> Files { get; init; } = [];

    /// <summary>Replaces the whole PO file.</summary>
    public string? Raw { get; init; }

    public IReadOnlyList<Finding> Run()
    {
        var source = new SourceText { Key = Key, Text = Text, Plural = Plural, Kind = Kind, Max = Max, Critical = Critical, File = "dialogs/d.yaml" };
        var po = new ContentFile(Path, Raw ?? Header + Entry() + Tail);
        IReadOnlyList<ContentFile> shipped = [.. ShippedContent.WithoutTranslations.Where(f => f.Path is "localization/plurals.json" || f.Path.EndsWith("/words.yaml", StringComparison.Ordinal))];
        return TextChecks.Run([.. Files, AContent.Registry(Status), po, .. shipped.Where(f => Files.All(o => o.Path != f.Path))], [source, .. More]);
    }

    private string Entry()
    {
        if (Spanish is null)
            return "";
        var entry = $"{Before}msgctxt \"{Key}\"\nmsgid {PoString.Quote(Text)}\n";
        return Plural is null
            ? $"{entry}msgstr {PoString.Quote(Spanish[0])}\n\n"
            : $"{entry}msgid_plural {PoString.Quote(Plural)}\n{string.Concat(Spanish.Select((s, i) => $"msgstr[{i}] {PoString.Quote(s)}\n"))}\n";
    }
}
