using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using static RemedyBot.Tests.Localization.Catalogs.AContent;

namespace RemedyBot.Tests.Localization.Catalogs;

public sealed class CatalogTests
{
    private static readonly string[] Question =
    [
        Entry("d/in/text", "Can you get in?", "¿Puedes entrar?"),
        Entry("d/in/option.yes", "I can", "Sí puedo"),
        Entry("d/in/option.no", "I cannot", "No puedo"),
    ];

    [Fact]
    public void A_whole_step_is_rendered_in_the_language()
    {
        var catalog = Catalog(Spanish(Question));
        Assert.Equal("¿Puedes entrar?", catalog.Render("es", "d/in/text"));
        Assert.Equal("No puedo", catalog.Render("es", "d/in/option.no"));
        Assert.Equal("es", catalog.LanguageOf("es", "d/in/text"));
    }

    [Fact]
    public void A_step_with_one_option_missing_comes_wholly_from_the_next_language()
    {
        var catalog = Catalog(Spanish(Question[0], Question[1]));
        Assert.Equal("Can you get in?", catalog.Render("es", "d/in/text"));
        Assert.Equal("I can", catalog.Render("es", "d/in/option.yes"));
        Assert.Equal("en", catalog.LanguageOf("es", "d/in/text"));
    }

    [Theory]
    [InlineData("#, fuzzy\n", "Can you get in?", "¿Puedes entrar?")]
    [InlineData("", "Could you get in?", "¿Puedes entrar?")]
    [InlineData("", "Can you get in?", "")]
    [InlineData("", "Can you get in?", " ")]
    [InlineData("", "Can you get in?", "¿Puedes entrar, {nombre}?")]
    [InlineData("", "Can you get in?", "¿Puedes { entrar?")]
    public void What_is_fuzzy_stale_empty_or_broken_is_never_shown(string before, string id, string translation) =>
        Assert.Equal("Can you get in?", Catalog(Spanish(Entry("d/in/text", id, translation, before), Question[1], Question[2])).Render("es", "d/in/text"));

    [Fact]
    public void A_fuzzy_header_hides_nothing()
    {
        var file = new ContentFile("localization/es/d.po", "#, fuzzy\n" + SpanishHeader + string.Concat(Question));
        Assert.Equal("Sí puedo", Catalog(file).Render("es", "d/in/option.yes"));
    }

    [Fact]
    public void Obsolete_entries_are_no_translations() =>
        Assert.Equal("It helps us help you.", Catalog(Spanish("#~ msgctxt \"d/in/why\"\n#~ msgid \"It helps us help you.\"\n#~ msgstr \"Nos ayuda.\"\n")).Render("es", "d/in/why"));

    [Fact]
    public void A_lost_placeholder_is_not_shown() =>
        Assert.Equal("en", Catalog(Spanish(Entry("d/hello/text", "Hello {name}, call {line}.", "Hola {name}."))).LanguageOf("es", "d/hello/text"));

    [Fact]
    public void An_overlay_holds_only_what_differs()
    {
        var mexico = new ContentFile("localization/es-MX/d.po", SpanishHeader.Replace("Language: es", "Language: es-MX", StringComparison.Ordinal) + Entry("d/in/option.yes", "I can", "Sí, sí puedo"));
        var catalog = Catalog(Spanish(Question), mexico);
        Assert.Equal("Sí, sí puedo", catalog.Render("es-MX", "d/in/option.yes"));
        Assert.Equal("No puedo", catalog.Render("es-MX", "d/in/option.no"));
        Assert.Equal("Sí puedo", catalog.Render("es", "d/in/option.yes"));
    }

    [Fact]
    public void Numbers_pick_their_form_and_values_their_place()
    {
        var catalog = Catalog(Spanish("msgctxt \"d/devices/text\"\nmsgid \"One device is signed in.\"\nmsgid_plural \"{count} devices are signed in.\"\nmsgstr[0] \"Hay un dispositivo.\"\nmsgstr[1] \"Hay {count} dispositivos.\"\n"));
        Assert.Equal("Hay un dispositivo.", catalog.Render("es", "d/devices/text", Args(("count", 1))));
        Assert.Equal("Hay 12 dispositivos.", catalog.Render("es", "d/devices/text", Args(("count", 12))));
        Assert.Equal("0 devices are signed in.", catalog.Render("en", "d/devices/text", Args(("count", 0))));
    }

    [Fact]
    public void Values_are_isolated_where_directions_mix()
    {
        var arabic = new ContentFile("localization/ar/d.po", SpanishHeader.Replace("Language: es", "Language: ar", StringComparison.Ordinal)
            + Entry("d/hello/text", "Hello {name}, call {line}.", "مرحبا {name}، اتصل بـ {line}."));
        var catalog = Catalog(arabic);
        var args = Args(("name", "Ana"), ("line", new Arg.Verbatim("+52 55 1234")));
        Assert.Equal("مرحبا \u2068Ana\u2069، اتصل بـ \u2066+52 55 1234\u2069.", catalog.Render("ar", "d/hello/text", args));
        Assert.Equal("Hello Ana, call +52 55 1234.", catalog.Render("en", "d/hello/text", args));
        Assert.Equal("Hello \u2068עמית\u2069, call 1.", catalog.Render("en", "d/hello/text", Args(("name", "עמית"), ("line", "1"))));
    }

    [Fact]
    public void Counts_are_written_in_the_digits_of_the_language()
    {
        var source = Text("d/n/text", "{count}") with { Source = "ar" };
        var catalog = Localizer.Load([Registry()], [source]).Catalog;
        Assert.Equal("١٢٣٤", catalog.Render("ar", "d/n/text", Args(("count", 1234))));
    }

    [Fact]
    public void Countries_lists_and_messages_are_values_too()
    {
        var catalog = Localizer.Load(ShippedContent.WithoutTranslations, [Text("d/a/text", "{where}: {what}") with { Source = "es" }, Text("d/b/text", "{{x}}")]).Catalog;
        var list = new Arg.List(["uno", new Arg.Message("d/b/text"), "tres"]);
        Assert.Equal("Alemania: uno, {x} y tres", catalog.Render("es", "d/a/text", Args(("where", new Arg.Country("DE")), ("what", list))));
    }

    [Fact]
    public void Lines_that_the_catalog_made_are_not_turned_by_an_isolate_around_them()
    {
        var catalog = Localizer.Load([Registry()], [Text("d/a/text", "هذا:\n{what}") with { Source = "ar" }]).Catalog;
        Assert.Equal("هذا:\n\u2068الاسم\u2069: \u2068Peter\u2069", catalog.Render("ar", "d/a/text", Args(("what", new Arg.Lines("\u2068الاسم\u2069: \u2068Peter\u2069")))));
    }

    [Fact]
    public void A_missing_value_or_key_is_seen_but_never_throws()
    {
        Assert.Equal("Hello {name}, call 1.", Catalog().Render("es", "d/hello/text", Args(("line", "1"))));
        Assert.Equal("d/gone/text", Catalog().Render("es", "d/gone/text"));
        Assert.Equal("I can", Catalog().Render("xx", "d/in/option.yes"));
    }

    [Fact]
    public void A_bad_file_hides_only_itself()
    {
        var localizer = Localizer.Load([Registry(), new ContentFile("localization/es/d.po", SpanishHeader + "msgctxt \"d/in/why\nmsgid \"x\"\n")], Sources);
        Assert.Equal("It helps us help you.", localizer.Catalog.Render("es", "d/in/why"));
        Assert.Contains(localizer.Findings, f => f is { Id: "F01", Line: 7, Language: "es" });
    }

    [Fact]
    public void One_language_is_found_for_texts_of_several_steps()
    {
        var catalog = Catalog(Spanish(Question));
        Assert.Equal("es", catalog.LanguageFor("es", "d/in/text", "d/in/option.yes"));
        Assert.Equal("en", catalog.LanguageFor("es", "d/in/text", "d/in/why"));
        Assert.Equal("es", catalog.LanguageFor("es", "gone/x"));
    }

    [Fact]
    public void Titles_of_all_languages_are_known_for_matching() =>
        Assert.Equal(["I can", "Sí puedo"], Catalog(Spanish(Question)).Titles("d/in/option.yes"));

    [Fact]
    public void A_dialog_is_spoken_from_95_percent_and_every_critical_text()
    {
        var sources = Enumerable.Range(0, 20).Select(i => Text($"d/s{i}/text", $"Text {i}.")).ToList();
        string[] entries = [.. sources.Select(s => Entry(s.Key, s.Text, "Texto."))];
        Localizer Load(int missing) => Localizer.Load([Registry(), Spanish([.. entries.Skip(missing)])], sources);
        Assert.True(Load(1).Catalog.Speaks("es", "d"));
        Assert.False(Load(2).Catalog.Speaks("es", "d"));
        Assert.True(Load(2).Catalog.Speaks("en", "d"));
        sources[0] = sources[0] with { Critical = true };
        Assert.False(Load(1).Catalog.Speaks("es"));
    }

    private static Dictionary<string, Arg> Args(params (string Name, Arg Value)[] args) => args.ToDictionary(a => a.Name, a => a.Value);
}
