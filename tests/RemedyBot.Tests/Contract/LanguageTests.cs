using System.Text;
using System.Text.Json;

namespace RemedyBot.Tests.Contract;

/// <summary>An organisation brings its language, in a folder of its own, with the tools it knows (contract, sections 2 and 3).</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remedybot-tests-");

    private string Overlay => Path.Combine(_folder.FullName, "ours");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task A_language_is_added_translated_checked_and_spoken_without_touching_what_was_shipped()
    {
        Assert.Equal(0, (await Run("localize", "add", "sw", "--content", Overlay)).Exit);
        Assert.Contains("\nsw:\n  name: \"Kiswahili\"", await File.ReadAllTextAsync(Path.Combine(Overlay, "localization/languages.yaml")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "content/localization/sw/safety.po")));

        Translate("safety", "Are you in danger right now?", "Je, uko hatarini\nsasa hivi?");
        Translate("common", "Yes", "Ndiyo");
        Translate("common", "No", "Hapana");
        Translate("common", "Not sure", "Sina uhakika");
        var check = await Run("check", "--content", Overlay, "--json");
        Assert.Equal(0, check.Exit);
        var findings = JsonDocument.Parse(check.Output).RootElement.EnumerateArray().Where(f => f.GetProperty("language").GetString() == "sw").ToList();
        Assert.Contains(findings, f => f.GetProperty("id").GetString() == "F10");
        Assert.DoesNotContain(findings, f => f.GetProperty("key").GetString() == "safety/danger/text");

        var talk = await AProgram.Chat("hapana\n", "--lang", "sw", "--content", Overlay);
        Assert.Equal(0, talk.Exit);
        Assert.Contains(Texts(talk.Lines[0]), t => t.EndsWith("Je, uko hatarini sasa hivi?", StringComparison.Ordinal));
        Assert.Contains(Texts(talk.Lines[0]), t => t.StartsWith("[en] ", StringComparison.Ordinal));
        Assert.Contains("safety/device", talk.Lines[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_of_ours_that_is_edited_is_offered_again_once_it_is_signed_off()
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "content/localization/es/danger.po"));
        Directory.CreateDirectory(Path.Combine(Overlay, "localization/es"));
        await File.WriteAllTextAsync(Path.Combine(Overlay, "localization/es/danger.po"), shipped.Replace("llamado a nadie", "avisado a nadie", StringComparison.Ordinal));
        Assert.Equal(1, (await Run("check", "--content", Overlay)).Exit);

        var wrong = await Run("localize", "approve", "danger/*", "--lang", "es", "--as", "Ana María", "--role", "reviewer", "--content", Overlay);
        Assert.Equal(2, wrong.Exit);
        var approved = await Run("localize", "approve", "danger/*", "--lang", "es", "--as", "mar", "--role", "translator", "--content", Overlay);
        Assert.Equal((0, ""), (approved.Exit, approved.Errors));
        Assert.Contains("\tmar\t", await File.ReadAllTextAsync(Path.Combine(Overlay, "localization/reviews/es.tsv")), StringComparison.Ordinal);
        Assert.Equal(0, (await Run("check", "--content", Overlay)).Exit);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("no_such")]
    [InlineData("zz-zz-zz")]
    public async Task What_is_there_already_or_no_language_at_all_is_refused(string tag)
    {
        Assert.Equal(2, (await Run("localize", "add", tag, "--content", Overlay)).Exit);
        Assert.False(Directory.Exists(Path.Combine(Overlay, "localization")));
    }

    [Fact]
    public async Task An_overlay_keeps_only_its_own_files_up_to_date()
    {
        await Run("localize", "add", "ur", "--content", Overlay);
        var written = File.ReadAllText(Path.Combine(Overlay, "localization/languages.yaml"));
        Assert.Contains("ur:\n  name: \"اردو\"\n  dir: rtl", written, StringComparison.Ordinal);
        File.Delete(Path.Combine(Overlay, "localization/ur/safety.po"));
        Assert.Equal(0, (await Run("localize", "sync", "--content", Overlay)).Exit);
        Assert.False(Directory.Exists(Path.Combine(Overlay, "localization/templates")));
        Assert.False(Directory.Exists(Path.Combine(Overlay, "localization/es")));
        Assert.True(File.Exists(Path.Combine(Overlay, "localization/ur/welcome.po")));
    }

    /// <summary>As Poedit saves: long strings wrapped, its own header lines, the translator's name.</summary>
    private void Translate(string file, string source, string translation)
    {
        var path = Path.Combine(Overlay, "localization/sw", file + ".po");
        var lines = translation.Split('\n');
        var written = lines.Length == 1 ? $"msgstr \"{translation}\"" : "msgstr \"\"\n" + string.Join('\n', lines.Select((l, i) => i < lines.Length - 1 ? $"\"{l} \"" : $"\"{l}\""));
        var text = File.ReadAllText(path);
        Assert.Contains($"msgid \"{source}\"\nmsgstr \"\"", text, StringComparison.Ordinal);
        text = text.Replace($"msgid \"{source}\"\nmsgstr \"\"", $"msgid \"{source}\"\n{written}", StringComparison.Ordinal);
        if (!text.Contains("X-Generator", StringComparison.Ordinal))
            text = text.Replace("\"Language: sw\\n\"", "\"PO-Revision-Date: 2026-11-22 12:00+0300\\n\"\n\"Last-Translator: Asha <asha@example.org>\\n\"\n\"Language: sw\\n\"\n\"X-Generator: Poedit 3.5\\n\"", StringComparison.Ordinal);
        File.WriteAllText(path, text);
    }

    private static IEnumerable<string> Texts(JsonElement line) => line.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()!);

    private static Task<AProgram.Result> Run(params string[] arguments) => AProgram.Run(Encoding.UTF8.GetBytes(""), arguments);
}
