using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Reviews;
using RemedyBot.Tests.Localization.Catalogs;

namespace RemedyBot.Tests.Localization.Checks;

/// <summary>For each check a content that it must report and one that it must not.</summary>
internal static class CheckCases
{
    private static readonly CheckCase Plain = new();
    private static readonly CheckCase Button = new() { Kind = TextKind.Button, Text = "I can", Spanish = ["Puedo"], Key = "d/step/option.a" };
    private static readonly ContentFile Circle = AContent.Registry() with { Content = AContent.Registry().Content.Replace("{name: English,", "{name: English, fallback: [es],", StringComparison.Ordinal) };
    private static readonly CheckCase Count = new() { Text = "One device.", Plural = "{count} devices.", Spanish = ["Un dispositivo.", "{count} dispositivos."] };

    public static IReadOnlyList<(string Id, Severity Severity, CheckCase Bad, CheckCase Good)> All { get; } =
    [
        ("F01", Severity.Error, Plain with { Tail = "msgctxt \"a\nmsgid \"b\"\nmsgstr \"\"\n" }, Plain),
        ("F02", Severity.Error, Plain with { Tail = "<<<<<<< HEAD\n" }, Plain),
        ("F03", Severity.Error, Plain with { Path = "localization/qq/d.po" }, Plain),
        ("F04", Severity.Error, Plain with { Header = Plain.Header.Replace("plural=n != 1", "plural=n>1 ? 2 : 0", StringComparison.Ordinal) }, Plain),
        ("F05", Severity.Warning, Plain with { Header = Plain.Header.Replace("plural=n != 1", "plural=n>7", StringComparison.Ordinal) }, Plain),
        ("F06", Severity.Error, Plain with { Tail = AContent.Entry("d/step/text", "Plain words here.", "Otra.") }, Plain),
        ("F07", Severity.Warning, Plain with { Tail = AContent.Entry("d/gone/text", "Gone", "") }, Plain),
        ("F08", Severity.Error, Plain with { Spanish = null, Tail = AContent.Entry("d/step/text", "Other words.", "Otras.") }, Plain with { Spanish = null, Tail = AContent.Entry("d/step/text", "Other words.", "Otras.", "#, fuzzy\n") }),
        ("F10", Severity.Warning, Plain with { Before = "# by Ana <ana@example.org>\n" }, Plain with { Before = "# rb: awaiting native review\n" }),
        ("F11", Severity.Warning, Plain with { Before = "#, max-length:20\n" }, Plain with { Before = "#, python-brace-format\n" }),
        ("F12", Severity.Warning, Plain with { Files = [Circle] }, Plain),
        ("F13", Severity.Warning, Plain with { Files = [Named("en", "ES\tSpain\nFR\tFrance\n"), Named("es", "FR\tFrancia\nEZ\tEspaña\n")] }, Plain with { Files = [Named("en", "ES\tSpain\n"), Named("es", "ES\tEspaña\n")] }),
        ("S01", Severity.Warning, Plain with { Spanish = [""] }, Plain),
        ("S02", Severity.Warning, Plain with { Before = "#, fuzzy\n" }, Plain),
        ("S04", Severity.Warning, Plain with { Before = "# rb: machine draft, libretranslate, 2026-11-20\n" }, Plain with { Before = "# rb: machine draft, libretranslate, 2026-11-20\n#, fuzzy\n" }),
        ("S05", Severity.Warning, Plain with { Critical = true }, Signed("author")),
        ("S06", Severity.Error, Signed("author", "reviewer"), Signed("author")),
        ("S07", Severity.Error, Plain with { Spanish = [""] }, Plain with { Spanish = [""], Status = "draft" }),
        ("S08", Severity.Error, Plain with { Spanish = ["\u00A0\u200D"] }, Plain),
        ("P01", Severity.Error, Plain with { Text = "Hello {name}.", Spanish = ["Hola."] }, Plain with { Text = "Hello {name}.", Spanish = ["Hola {name}."] }),
        ("P02", Severity.Error, Plain with { Text = "Hello {name}.", Spanish = ["Hola {nombre} {name}."] }, Plain with { Text = "Hello {name}.", Spanish = ["Hola {name}."] }),
        ("P03", Severity.Error, Plain with { Spanish = ["Hola }."] }, Plain with { Spanish = ["Hola }}."] }),
        ("P04", Severity.Error, Count with { Spanish = ["Un dispositivo.", "Dispositivos."] }, Count),
        ("P05", Severity.Error, Button with { Text = "Call {line}", Spanish = ["Llamar a {line}"] }, Button),
        ("P06", Severity.Error, Plain with { Spanish = ["*Palabras sencillas."] }, Plain),
        ("P07", Severity.Error, Plain with { Spanish = ["Palabras&nbsp;<b>sencillas</b>."] }, Plain with { Spanish = ["3 < 4 & más."] }),
        ("P08", Severity.Error, Plain with { Spanish = ["Llama al +52 55 1234 5678."] }, Plain with { Spanish = ["Por ejemplo 2026-03-05 o 5/3/2026."] }),
        ("P09", Severity.Warning, Plain with { Text = "Call 112 within 24 hours.", Spanish = ["Llama al 113 en 24 horas."] }, Plain with { Text = "Call 112 within 24 hours.", Spanish = ["En ٢٤ horas llama al 112."] }),
        ("P10", Severity.Warning, Plain with { Spanish = ["Son ٢4."] }, Plain with { Spanish = ["Son 24."] }),
        ("P11", Severity.Error, Plain with { Files = [new ContentFile("localization/es/words.yaml", "wishes: {stop: [salir], erase: [salir]}")] }, Plain),
        ("L01", Severity.Error, Count with { Spanish = ["Un dispositivo."] }, Count),
        ("L02", Severity.Error, Count with { Spanish = ["Un dispositivo.", ""] }, Count),
        ("C01", Severity.Error, Button with { Max = 20, Spanish = ["Ya no puedo entrar en ella"] }, Button with { Max = 20 }),
        ("C03", Severity.Error, Plain with { Max = 10 }, Plain with { Max = 100 }),
        ("C07", Severity.Error, Button with { Spanish = ["Sí"], More = [Option("d/step/option.b", "I do")], Tail = AContent.Entry("d/step/option.b", "I do", "SI") }, Button with { Spanish = ["Sí"], More = [Option("d/step/option.b", "I do")], Tail = AContent.Entry("d/step/option.b", "I do", "No") }),
        ("T03", Severity.Warning, Plain with { Spanish = [" Palabras."] }, Plain),
        ("T12", Severity.Warning, Plain with { Spanish = ["Que\u0301."] }, Plain with { Spanish = ["Qué."] }),
        ("T13", Severity.Error, Plain with { Spanish = ["ayu\u200Bda"] }, Plain with { Spanish = ["می\u200Cخواهم"] }),
        ("T14", Severity.Error, Plain with { Spanish = ["p\u0430ypal"] }, Plain with { Spanish = ["paypal Привет"] }),
        ("B01", Severity.Error, Plain with { Spanish = ["a\u202Eb"] }, Plain),
        ("B02", Severity.Error, Plain with { Spanish = ["a\u2068b"] }, Plain with { Spanish = ["a\u2068b\u2069"] }),
        ("X01", Severity.Error, Plain with { Critical = true, Spanish = [""] }, Signed("author")),
        ("X04", Severity.Error, Wishes with { Spanish = [""] }, Wishes),
        ("X10", Severity.Warning, Plain with { Spanish = ["¡Tranquila!"] }, Plain),
    ];

    /// <summary>The critical text with rows of one person in the ledger.</summary>
    private static CheckCase Signed(params string[] roles) => Plain with
    {
        Critical = true,
        Files = [new("localization/reviews/es.tsv", string.Concat(roles.Select(role => $"d/step/text\t{Hash}\tmar\t2026-11-22\t{role}\n")))],
    };

    private static string Hash => SignOff.HashOf(AContent.Text("d/step/text", Plain.Text), new PoEntry { Strings = Plain.Spanish! });

    private static CheckCase Wishes => new()
    {
        Key = "common/wish.skip",
        Text = "Skip",
        Kind = TextKind.Button,
        Spanish = ["Saltar"],
        More = [Option("common/wish.erase", "Erase"), Option("common/wish.human", "Person"), Option("common/wish.stop", "Stop")],
        Tail = AContent.Entry("common/wish.erase", "Erase", "Borrar") + AContent.Entry("common/wish.human", "Person", "Persona") + AContent.Entry("common/wish.stop", "Stop", "Parar"),
    };

    private static ContentFile Named(string language, string rows) => new($"localization/{language}/countries.tsv", rows);

    private static SourceText Option(string key, string text) => AContent.Text(key, text) with { Kind = TextKind.Button };
}
