using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Localization.Catalogs;

/// <summary>A small dialog and its translations, for tests to bend.</summary>
internal static class AContent
{
    public const string SpanishHeader =
        "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n";

    public static IReadOnlyList<SourceText> Sources { get; } =
    [
        Text("d/in/text", "Can you get in?"),
        Text("d/in/option.yes", "I can") with { Kind = TextKind.Button, Max = 20 },
        Text("d/in/option.no", "I cannot") with { Kind = TextKind.Button, Max = 20 },
        Text("d/in/why", "It helps us help you."),
        Text("d/devices/text", "One device is signed in.") with { Plural = "{count} devices are signed in." },
        Text("d/hello/text", "Hello {name}, call {line}."),
    ];

    public static SourceText Text(string key, string text) => new() { Key = key, Text = text, File = "dialogs/d.yaml" };

    public static string Entry(string key, string id, string translation, string before = "") =>
        $"{before}msgctxt \"{key}\"\nmsgid \"{id}\"\nmsgstr \"{translation}\"\n\n";

    public static ContentFile Spanish(params string[] entries) => new("localization/es/d.po", SpanishHeader + string.Concat(entries));

    public static ContentFile Registry(string statusOfSpanish = "beta") => new(
        "localization/languages.yaml",
        $$"""
        en: {name: English, dir: ltr, plural: "nplurals=2; plural=n != 1;", status: released}
        es: {name: Español, dir: ltr, fallback: [en], plural: "nplurals=2; plural=n != 1;", status: {{statusOfSpanish}}}
        es-MX: {name: Español (México), dir: ltr, fallback: [es, en], plural: "nplurals=2; plural=n != 1;", status: draft}
        ar: {name: العربية, dir: rtl, fallback: [en], digits: arab, plural: "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;", status: draft}
        """);

    public static Catalog Catalog(params ContentFile[] files) => Localizer.Load([Registry(), .. files], Sources).Catalog;
}
