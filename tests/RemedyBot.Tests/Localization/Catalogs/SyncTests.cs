using System.Diagnostics;
using FsCheck.Xunit;
using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using static RemedyBot.Tests.Localization.Catalogs.AContent;

namespace RemedyBot.Tests.Localization.Catalogs;

public sealed class SyncTests
{
    private static readonly Language Spanish = new() { Tag = "es", Name = "Español", Plural = "nplurals=2; plural=n != 1;" };
    private static readonly Language Arabic = new() { Tag = "ar", Name = "العربية", Plural = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;" };

    [Fact]
    public void Writes_an_empty_entry_for_each_new_text()
    {
        var file = Assert.Single(Sync.Update(Spanish, [Sources[1] with { Critical = true, Note = "They still have the account." }], []));
        Assert.Equal("localization/es/d.po", file.Path);
        Assert.EndsWith(
            """

            #. KIND button · MAX 20
            #. They still have the account.
            #. CRITICAL: two people sign off before anyone sees it.
            #: dialogs/d.yaml
            #, python-brace-format
            msgctxt "d/in/option.yes"
            msgid "I can"
            msgstr ""

            """.Replace("\r", "", StringComparison.Ordinal),
            file.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_translations_and_their_marks()
    {
        var old = AContent.Spanish(Entry("d/in/why", "It helps us help you.", "Nos ayuda.", "# rb: awaiting native review\n# Ana <ana@example.org>\n"));
        var text = Update(old);
        Assert.Contains("# rb: awaiting native review\n#. KIND", text, StringComparison.Ordinal);
        Assert.Contains("msgstr \"Nos ayuda.\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.org", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_source_makes_the_entry_fuzzy_and_shows_what_it_was()
    {
        var text = Update(AContent.Spanish(Entry("d/in/why", "It helps.", "Ayuda.")));
        Assert.Contains("#, fuzzy, python-brace-format\n#| msgctxt \"d/in/why\"\n#| msgid \"It helps.\"\nmsgctxt \"d/in/why\"\nmsgid \"It helps us help you.\"\nmsgstr \"Ayuda.\"\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Update(new ContentFile("localization/es/d.po", text)));
    }

    [Fact]
    public void A_minor_change_keeps_the_translation()
    {
        var text = Update(AContent.Spanish(Entry("d/in/why", "It helps.", "Ayuda.")), minor: true);
        Assert.DoesNotContain("fuzzy", text, StringComparison.Ordinal);
        Assert.Contains("msgid \"It helps us help you.\"\nmsgstr \"Ayuda.\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minor_change_clears_no_fuzzy_mark() =>
        Assert.Contains("fuzzy", Update(AContent.Spanish(Entry("d/in/why", "It helps.", "Ayuda.", "#, fuzzy\n")), minor: true), StringComparison.Ordinal);

    [Fact]
    public void Leaves_out_what_no_dialog_has_and_names_of_people()
    {
        var header = SpanishHeader.Replace("\"Language: es\\n\"", "\"Language: es\\n\"\n\"Last-Translator: Ana <ana@example.org>\\n\"", StringComparison.Ordinal);
        var text = Update(new ContentFile("localization/es/d.po", $"# Copyright Ana\n# rb: kept\n{header}{Entry("d/gone/text", "Gone", "Ido")}"));
        Assert.DoesNotContain("Ana", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ido", text, StringComparison.Ordinal);
        Assert.StartsWith("# rb: kept\nmsgid \"\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_gets_a_plural_keeps_its_old_words_as_fuzzy()
    {
        var text = Update(AContent.Spanish(Entry("d/devices/text", "One device is signed in.", "Hay un dispositivo.")));
        Assert.Contains("msgstr[0] \"Hay un dispositivo.\"\nmsgstr[1] \"\"\n", text, StringComparison.Ordinal);
        Assert.Contains("#, fuzzy", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_a_file_that_cannot_be_read_alone() =>
        Assert.Empty(Sync.Update(Spanish, Sources, [AContent.Spanish("msgid \"broken\n")]));

    [Fact]
    public void The_source_language_needs_no_files() =>
        Assert.Empty(Sync.Update(new Language { Tag = "en", Name = "English", Plural = "nplurals=2; plural=n != 1;" }, Sources, []));

    [Fact]
    public void Gettext_accepts_what_it_writes_and_would_write_the_same()
    {
        var source = Text("d/long/text", "First \"line\"\nsecond\\ {name}\n\tthird {{brace}}") with { Placeholders = ["name"] };
        var spanish = Sync.Update(Spanish, [.. Sources, source], [AContent.Spanish(
            Entry("d/in/why", "It helps.", "Ayuda.", "# rb: awaiting native review\n"),
            Entry("d/long/text", "First \\\"line\\\"\\nsecond\\\\ {name}\\n\\tthird {{brace}}", "Primera \\\"línea\\\"\\nsegunda\\\\ {name}\\n\\ttercera {{llave}}"))]).Single().Content;
        var arabic = Sync.Update(Arabic, Sources, []).Single().Content;
        Assert.Equal("", Gettext("msgfmt", "-c -o /dev/null -", spanish).Error);
        Assert.Equal("", Gettext("msgfmt", "-c -o /dev/null -", arabic).Error);
        Assert.Equal(spanish, Gettext("msgcat", "--no-wrap -", spanish).Output);
        Assert.Equal(arabic, Gettext("msgcat", "--no-wrap -", arabic).Output);
    }

    [Fact]
    public void Templates_are_files_that_gettext_reads()
    {
        var template = Assert.Single(Sync.Templates(Sources));
        Assert.Equal("localization/templates/d.pot", template.Path);
        Assert.Equal(template.Content, Gettext("msgcat", "--no-wrap -", template.Content).Output);
    }

    [Property(MaxTest = 200)]
    public bool What_is_written_is_read_back_the_same(string? id, string? text, string? note)
    {
        var translation = Clean(text);
        var entry = new PoEntry { Comments = [Clean(note).Trim()], Context = "d/a/text", Id = Clean(id) + ".", Strings = [translation] };
        var header = new PoEntry { Strings = ["Language: es\n"] };
        var file = PoReader.Read(new ContentFile("localization/es/d.po", PoWriter.Write([header, entry])));
        return file.IsReadable && file.Entries.Single() is var read && read.Id == entry.Id && read.Strings[0] == translation
            && PoWriter.Write([file.Header!, .. file.Entries]) == PoWriter.Write([header, entry]);
    }

    [Property(MaxTest = 500)]
    public bool Reading_never_throws(string? text) => PoReader.Read(new ContentFile("localization/es/d.po", text ?? "")) is not null;

    // A control other than line break and tab has no escape of ours, and a replacement character means a damaged file.
    private static string Clean(string? text) =>
        string.Concat((text ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFD' or '\uFEFF' or '#')));

    private static string Update(ContentFile old, bool minor = false) => Sync.Update(Spanish, Sources, [old], minor).Single().Content;

    private static (string Output, string Error) Gettext(string tool, string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode == 0 ? "" : error);
    }
}
