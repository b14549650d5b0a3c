using RemedyBot.Composition;
using RemedyBot.Localization.Checks;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Composition.Checks;

/// <summary>Mistakes in the files of `localization/` that `check` used to pass over.</summary>
public sealed class TranslationMistakeTests : IDisposable
{
    private readonly AnOverlay _overlay = new();

    public void Dispose() => _overlay.Dispose();

    [Fact]
    public void A_word_for_erase_that_means_stop_is_an_error_with_both_keys()
    {
        var key = _overlay.Exchange("localization/es/common.po", "msgctxt \"common/wish-words.stop\"", "msgctxt \"common/wish-words.stop\"");
        var text = AnOverlay.Shipped("localization/es/common.po");
        var at = text.IndexOf("msgstr \"", text.IndexOf("msgctxt \"common/wish-words.stop\"", StringComparison.Ordinal), StringComparison.Ordinal);
        _overlay.Write("localization/es/common.po", text[..at] + "msgstr \"Borrar tódo, salir\"" + text[text.IndexOf('\n', at)..]);
        var found = _overlay.Found().Where(f => f.Id == "P11").ToList();
        Assert.All(found, f => Assert.Equal((Severity.Error, "es"), (f.Severity, f.Language)));
        Assert.Contains(found, f => f.Message.Contains("`borrar todo` means wish erase", StringComparison.Ordinal) && f.Message.Contains("wish stop in common/wish-words.stop", StringComparison.Ordinal) && f.Message.EndsWith("take it out of one of them.", StringComparison.Ordinal));
        Assert.All(found, f => Assert.True(f.Line > 1));
        Assert.True(key > 1);
    }

    [Fact]
    public void Also_in_the_language_that_the_dialogs_are_written_in()
    {
        var line = _overlay.Exchange("dialogs/common.yaml", "wish-words.erase: erase, delete everything", "wish-words.erase: erase, End");
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Line, f.Key, f.Language) == ("P11", "dialogs/common.yaml", line, "common/wish-words.erase", "en")
            && f.Message.StartsWith("`end` means wish erase here (common/wish-words.erase) and wish stop in common/wish-words.stop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_the_list_of_languages_is_an_error_of_check_whatever_their_status()
    {
        var line = _overlay.Exchange("localization/languages.yaml", "status: beta", "status: betta") - 6;
        Assert.True(ContentCheck.Blocks(ContentCheck.Run(_overlay.Content, []), _overlay.Content));
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "check", "--content", _overlay.Folder);
        Assert.Equal(1, status);
        Assert.Matches($@"(?m)^localization/languages\.yaml:{line}: error F03: The status of es must be draft, beta or released\.", said);
    }

    [Fact]
    public void No_finding_is_without_a_line() => Assert.DoesNotContain(AnOverlay.Before, f => f.Line < 1);

    [Fact]
    public void A_finding_of_a_source_text_has_the_line_of_that_text()
    {
        var line = _overlay.Exchange("dialogs/age.yaml", "title: 18 or older", "title: Eighteen years of age or older than that!");
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Line) == ("C01", "dialogs/age.yaml", line));
    }

    [Fact]
    public void A_text_that_is_missing_in_a_language_has_the_line_of_its_entry()
    {
        var text = AnOverlay.Shipped("localization/es/danger.po");
        var context = text.IndexOf("msgctxt \"danger/numbers/text\"", StringComparison.Ordinal);
        var at = text.IndexOf("msgstr ", context, StringComparison.Ordinal);
        _overlay.Write("localization/es/danger.po", text[..at] + "msgstr \"\"\n" + text[text.IndexOf("\n\n", at, StringComparison.Ordinal)..]);
        var entry = _overlay.Found().Single(f => f is { Id: "S01", Key: "danger/numbers/text" }).Line;
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Line) == ("X01", "localization/es/danger.po", entry));
    }

    [Theory]
    [InlineData("localization/es/dates.yaml", "months:", "months: [", "F01", Severity.Error, "look for a missing quote, bracket or space")]
    [InlineData("localization/es/words.yaml", "wishes:", "wishes: [", "F01", Severity.Error, "look for a missing quote, bracket or space")]
    [InlineData("localization/es/countries.tsv", "ES\tEspaña", "ES España", "F01", Severity.Error, "write a code, a tab, a name")]
    [InlineData("localization/es/languages.tsv", "af\tafrikáans", "af", "F01", Severity.Error, "write a code, a tab, a name")]
    [InlineData("localization/own-names.tsv", "af\tAfrikaans", "Afrikaans", "F01", Severity.Error, "write a tag, a tab, a name")]
    [InlineData("localization/reviews/es.tsv", "\trb-author\t", " rb-author ", "F01", Severity.Error, "as `localize approve` writes it")]
    public void A_file_beside_the_translations_is_read_to_its_end(string path, string right, string wrong, string id, Severity severity, string advice)
    {
        var line = _overlay.Exchange(path, right, wrong);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File) == (id, severity, path) && f.Line >= line && f.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_that_a_spoilt_row_leaves_without_a_name_is_told()
    {
        _overlay.Exchange("localization/es/countries.tsv", "ES\tEspaña", "ES España");
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Language) == ("F13", "localization/es/countries.tsv", "es") && f.Message.StartsWith("The country ES has no name here", StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_is_an_error_and_its_translations_are_not_used()
    {
        _overlay.Write("localization/es/keep.po", "\uFEFF" + AnOverlay.Shipped("localization/es/keep.po"));
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File, f.Line) == ("F01", Severity.Error, "localization/es/keep.po", 1) && f.Message.Contains("save it as UTF-8 without BOM", StringComparison.Ordinal));
    }

    [Fact]
    public void Plural_forms_that_are_announced_and_not_written_are_errors()
    {
        var line = _overlay.Exchange("localization/es/common.po", "nplurals=2;", "nplurals=3;");
        var found = _overlay.Found();
        Assert.Contains(found, f => f is { Id: "F04", File: "localization/es/common.po" } && f.Line <= line && f.Message.StartsWith("Plural-Forms announces 3 forms, and no number takes one of them", StringComparison.Ordinal));
        Assert.Contains(found, f => f is { Id: "L01", File: "localization/es/common.po" } && f.Message.StartsWith("Plural-Forms announces 3 forms, here are 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  fallback: [en]\n  plural: \"nplurals=2; plural=n != 1;\"", "  fallback: [en]\n  plural: \"nplurals=2; plural=n != 7;\"", "F05", "es", "compare with plurals.json")]
    [InlineData("  fallback: [en]\n  plural: \"nplurals=2; plural=n != 1;\"", "  fallback: [en]\n  plural: \"nplurals=3; plural=n != 1;\"", "F04", "es", "a form that no number takes")]
    [InlineData("  fallback: []\n", "  fallback: [es]\n", "F12", "en", "en falls back to es falls back to en")]
    public void The_list_of_languages_is_held_against_Unicode_and_itself(string right, string wrong, string id, string language, string advice)
    {
        _overlay.Exchange("localization/languages.yaml", right, wrong);
        var line = 2 + Array.IndexOf(AnOverlay.Shipped("localization/languages.yaml").Split('\n'), language + ":");
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Line, f.Language) == (id, "localization/languages.yaml", line, language) && f.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_was_changed_in_a_critical_text_is_an_error_whoever_signs_it()
    {
        var line = _overlay.Exchange("localization/es/danger.po", " 112 ", " 112 ");
        var text = AnOverlay.Shipped("localization/es/danger.po");
        var at = text.IndexOf("112", text.IndexOf("msgstr \"", text.IndexOf(" 112 ", StringComparison.Ordinal), StringComparison.Ordinal), StringComparison.Ordinal);
        _overlay.Write("localization/es/danger.po", text[..at] + "113" + text[(at + 3)..]);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File) == ("P09", Severity.Error, "localization/es/danger.po") && f.Line <= line && f.Message.Contains("which has 112", StringComparison.Ordinal));
    }
}
