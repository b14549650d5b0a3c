using RemedyBot.Composition;
using RemedyBot.Localization.Checks;
using RemedyBot.Tests.Channels;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Composition;

/// <summary>Whichever content file is broken, and however: its name, a line and what to do, and never an exception.</summary>
public sealed class BrokenContentTests : IDisposable
{
    private static readonly string[] Stops =
    [
        "dialogs/safety.yaml", "dialogs/common.yaml", "dialogs/taxonomy.yaml", "dialogs/platforms.yaml", "dialogs/channels.yaml", "dialogs/recipients.yaml",
        "dialogs/routes/directories.yaml", "dialogs/routes/emergency.yaml", "localization/languages.yaml", "localization/en/names.txt",
    ];

    // The bot does without them, or with what it can read of them; `check` tells.
    private static readonly string[] Told = ["localization/es/common.po", "localization/style/en.yaml", "localization/en/words.yaml", "localization/en/concepts.yaml", "localization/en/examples/abuse.threat.txt", "localization/understanding.model"];

    private static readonly string[] Odd =
        ["localization/plurals.json", "localization/en/dates.yaml", "localization/en/countries.tsv", "localization/en/languages.tsv", "localization/own-names.tsv", "localization/foreign.txt", "localization/reviews/es.tsv"];

    private static readonly string[] Shapes = ["a: [\n  - {b: 'c\n", "- 1\n- ~\n"];

    private readonly AFolder _folder = new();

    public static TheoryData<string> Stopping => [.. Stops];

    public static TheoryData<string> Others => [.. Told.Concat(Odd)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Stopping))]
    public void A_file_without_which_nothing_works_keeps_the_bot_from_starting_and_says_where(string path)
    {
        foreach (var shape in Shapes)
        {
            var folder = Broken(path, shape);
            Assert.Null(LoadedContent.Open(folder, out var problem));
            Assert.Matches($"(?m)^{path}:[0-9]+: ", problem);
        }

        Assert.Contains(ContentCheck.Run(new ContentFolder(_folder.Path), []), found => found.File == path && found.Severity == Severity.Error);
    }

    [Theory, MemberData(nameof(Others))]
    public void Any_other_file_throws_nothing_and_is_told_where_it_harms(string path)
    {
        var folder = Broken(path, Shapes[0]);
        _ = LoadedContent.Open(folder, out var problem);
        Assert.True(problem is null || problem.StartsWith(path, StringComparison.Ordinal), problem);
        if (Told.Contains(path))
            Assert.Contains(ContentCheck.Run(folder, []), found => found.File == path);
    }

    [Theory]
    [InlineData("dialogs/channels.yaml", "~\n")]
    [InlineData("dialogs/channels.yaml", "format: 1\napps: {telegram: {unit: metres}}\n")]
    [InlineData("dialogs/channels.yaml", "format: 1\nsources: {a: ~}\n")]
    [InlineData("dialogs/taxonomy.yaml", "format: 1\nversion: '1'\ngroups:\n  -\n")]
    [InlineData("dialogs/taxonomy.yaml", "format: 1\nversion: '1'\ngroups:\n  - {id: a, leaves: [~]}\n")]
    [InlineData("dialogs/platforms.yaml", "format: 1\nplatforms:\n  -\n")]
    [InlineData("dialogs/routes/directories.yaml", "format: 1\nversion: '1'\ndate: 2026-11-22\nroutes:\n  -\n")]
    [InlineData("dialogs/routes/directories.yaml", "format: 1\nversion: '1'\ndate: 2026-11-22\nroutes: [{id: a, kind: police, source: x, numbers: [~]}]\n")]
    [InlineData("dialogs/recipients.yaml", "format: 2\n")]
    public void An_entry_that_is_empty_or_of_another_shape_is_told_like_any_mistake(string path, string content)
    {
        Assert.Null(LoadedContent.Open(Broken(path, content), out var problem));
        Assert.StartsWith(path[..path.LastIndexOf('/')], problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat", "--json")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("check")]
    [InlineData("localize", "sync")]
    [InlineData("localize", "add", "sw-KE")]
    [InlineData("localize", "approve", "danger/place/text", "--lang", "es", "--as", "mar", "--role", "reviewer")]
    [InlineData("localize", "train")]
    [InlineData("localize", "evaluate", "--quick")]
    [InlineData("recipients", "list")]
    [InlineData("recipients", "test", "hl.xx.example")]
    [InlineData("channels", "test")]
    public async Task Every_command_that_reads_content_lists_what_is_wrong_and_ends_with_1(params string[] command)
    {
        Write("dialogs/channels.yaml", "apps: [\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "localization"));
        string[] data = command[0] == "serve" ? ["--data", Path.Combine(_folder.Path, "data")] : [];
        var (status, said, complained) = await OtherSide.RemedyBotAsync("", [.. command, "--content", _folder.Path, .. data]);
        Assert.Equal(1, status);
        Assert.DoesNotContain("   at ", said + complained, StringComparison.Ordinal);
        // The two that learn take a whole folder, in which much else is missing.
        Assert.Matches(command is [_, "train" or "evaluate", ..] ? @"dialogs/[a-z]+\.yaml:[0-9]+: " : @"dialogs/channels\.yaml:[0-9]+: ", said + complained);
    }

    [Fact]
    public async Task Classify_and_those_who_write_translations_say_which_of_their_files_cannot_be_read()
    {
        Write("localization/style/en.yaml", "signals: [\n");
        var (status, _, complained) = await OtherSide.RemedyBotAsync("", "classify", "--content", _folder.Path);
        Assert.Equal(1, status);
        Assert.Contains("localization/style/en.yaml:", complained, StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder.Path, "localization/style/en.yaml"));
        const string torn = "msgid \"";
        Write("localization/es/safety.po", torn);
        (status, _, complained) = await OtherSide.RemedyBotAsync("", "localize", "sync", "--content", _folder.Path);
        Assert.Equal(1, status);
        Assert.Contains("localization/es/safety.po:1: ", complained, StringComparison.Ordinal);
        Assert.Equal(torn, await File.ReadAllTextAsync(Path.Combine(_folder.Path, "localization/es/safety.po")));
    }

    [Fact]
    public async Task Readiness_tells_which_line_of_a_danger_list_and_that_the_model_cannot_be_used()
    {
        Write("localization/style/fr.yaml", "signals:\n  danger:\n    - [broken\n");
        Write("localization/style/sw.yaml", "signals:\n  danger:\n    - (open\n    - he is here\n    - (open\n");
        Write("localization/understanding.model", "no model");
        var content = LoadedContent.Open(new ContentFolder(_folder.Path), out _)!;
        await using var server = await AServer.Start(content: content);
        var ready = (await server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative))).Split('\n');
        Assert.Equal(3, ready.Count(line => line.StartsWith("understanding: ", StringComparison.Ordinal)));
        Assert.Contains(ready, line => System.Text.RegularExpressions.Regex.IsMatch(line, "^understanding: localization/style/fr.yaml line [34] cannot be used, so words of danger may go unheard$"));
        Assert.Contains("understanding: localization/style/sw.yaml line 3 cannot be used, so words of danger may go unheard", ready);
        Assert.Contains("understanding: localization/understanding.model is missing or cannot be read, so only listed words of danger are heard and no harm is suggested", ready);
    }

    [Fact]
    public async Task Readiness_says_nothing_of_content_that_can_be_used()
    {
        await using var server = await AServer.Start();
        Assert.DoesNotContain("understanding:", await server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)), StringComparison.Ordinal);
    }

    private ContentFolder Broken(string path, string content)
    {
        Write(path, content);
        return new(_folder.Path);
    }

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.Path, path))!);
        _folder.File(path, content);
    }
}
