using System.Diagnostics;
using System.Text;

namespace RemedyBot.Tests.Contract;

/// <summary>`remedybot chat --json` as another program runs it (contract, section 2).</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string[] Fixed = ["--lang", "en", "--trace", "--seed", "3", "--now", "2026-11-22T12:00:00Z"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remedybot-tests-");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task One_line_at_the_start_and_one_for_each_line_in_the_same_bytes_for_the_same_seed()
    {
        const string lines = "no\r\nno\n\nadult\n\"abuse.hate\"\nenough\nconfirm\nyes\nyes\nskip\nhelped\nhello";
        var first = await AProgram.Chat(lines, Fixed);
        Assert.Equal((0, ""), (first.Exit, first.Errors));
        Assert.Equal(13, first.Lines.Length);
        foreach (var line in first.Lines)
            Rules.Hold(line);
        Assert.Single(first.Lines, l => l.GetProperty("code").GetString() is not null);
        Assert.Single(first.Lines, l => l.GetProperty("ended").GetBoolean());
        Assert.Equal(Encoding.UTF8.GetString(first.Output), Encoding.UTF8.GetString((await AProgram.Chat(lines, Fixed)).Output));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_a_message_too()
    {
        var result = await AProgram.Run([.. "no\nno\nadult\n"u8, 0xff, (byte)'x', (byte)'\n', .. "\"\\ud800x\"\n"u8], ["chat", "--json", .. Fixed]);
        Assert.Equal(0, result.Exit);
        Assert.Equal("\ufffdx\n\ufffdx", result.Lines[^1].GetProperty("trace").GetProperty("summary").GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Without_trace_there_is_none()
    {
        var result = await AProgram.Chat("", "--lang", "en");
        Assert.Equal(["messages", "ended", "code"], Assert.Single(result.Lines).EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task In_a_terminal_trace_says_which_steps_spoke_and_what_the_answers_came_to()
    {
        var plain = await AProgram.Run("yes\n"u8.ToArray(), ["chat", "--lang", "en", "--seed", "3"]);
        var traced = await AProgram.Run("yes\n"u8.ToArray(), ["chat", "--lang", "en", "--seed", "3", "--trace"]);
        Assert.Equal((0, 0), (plain.Exit, traced.Exit));
        Assert.DoesNotContain("danger/country", Encoding.UTF8.GetString(plain.Output), StringComparison.Ordinal);
        var told = System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(traced.Output), @"\s+", " ");
        Assert.Contains("steps: danger/first danger/country | urgency: U0 mod:danger | signals: danger", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--unheard-of")]
    [InlineData("--lang", "xx")]
    [InlineData("--now", "yesterday")]
    [InlineData("--now", "2026-11-22")]
    [InlineData("--now", "2026-11-22T12:00")]
    [InlineData("--now", "0001-01-01T00:00:00Z")]
    [InlineData("--now", "9999-12-31T23:59:59Z")]
    [InlineData("--seed", "three")]
    [InlineData("--content", "/nowhere/at/all")]
    public async Task Wrong_usage_is_told_on_stderr_with_status_2(params string[] arguments)
    {
        var result = await AProgram.Chat("no\n", arguments);
        Assert.Equal((2, 0), (result.Exit, result.Output.Length));
        Assert.NotEmpty(result.Errors);
    }

    [Theory]
    [InlineData("unheard-of", "--help")]
    [InlineData("unheard-of")]
    [InlineData("desk", "unheard-of", "--help")]
    public async Task A_command_that_does_not_exist_is_wrong_usage_also_where_its_help_is_asked_for(params string[] arguments)
    {
        var result = await AProgram.Run([], arguments);
        Assert.Equal((2, 0), (result.Exit, result.Output.Length));
        Assert.Contains("'unheard-of'", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("desk", "--help")]
    [InlineData("chat", "--help")]
    public async Task The_help_of_those_that_do_exist_is_no_mistake(params string[] arguments) =>
        Assert.Equal((0, ""), await AProgram.Run([], arguments) is var result ? (result.Exit, result.Errors) : default);

    [Fact]
    public async Task A_seed_in_a_data_folder_needs_trace_and_marks_the_folder()
    {
        Assert.Equal(2, (await AProgram.Chat("", "--seed", "3", "--data", _folder.FullName)).Exit);
        Assert.Equal(0, (await AProgram.Chat("no\n", [.. Fixed, "--data", _folder.FullName])).Exit);
        Assert.Equal(2, (await AProgram.Chat("", "--data", _folder.FullName)).Exit);
        Assert.NotEqual(0, (await AProgram.Run([], "serve", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0")).Exit);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_and_an_address_that_is_taken_are_told_in_a_sentence()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        foreach (var arguments in new string[][] { ["chat", "--json", "--data", file], ["serve", "--data", file, "--urls", "http://127.0.0.1:0"], ["serve", "--data", Path.Combine(_folder.FullName, "data"), "--urls", $"http://{taken.LocalEndpoint}"] })
        {
            var result = await AProgram.Run([], arguments);
            Assert.Equal(1, result.Exit);
            Assert.StartsWith("This cannot be done here: ", result.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Content_with_a_mistake_is_told_with_status_1()
    {
        var dialogs = _folder.CreateSubdirectory("dialogs");
        await File.WriteAllTextAsync(Path.Combine(dialogs.FullName, "welcome.yaml"), "dialog: welcome\nformat: 1\nsource: en\ntopic: nowhere\nsteps: []\n");
        var result = await AProgram.Chat("", "--content", _folder.FullName);
        Assert.Equal((1, 0), (result.Exit, result.Output.Length));
        Assert.Contains("welcome.yaml", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_conversation_is_resumed_from_its_folder_and_wrong_codes_take_their_time()
    {
        string[] kept = ["--lang", "en", "--trace", "--data", _folder.FullName];
        var first = await AProgram.Chat("no\nno\nadult\nabuse.hate\nstop\nyes\nskip\n", kept);
        var code = Assert.Single(first.Lines, l => l.GetProperty("code").GetString() is not null).GetProperty("code").GetString()!;
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), string.Concat(_folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f.FullName)))), StringComparison.Ordinal);
        var back = await AProgram.Chat("no\n", [.. kept, "--resume", code]);
        Assert.Equal(2, back.Lines.Length);
        Assert.Equal("return/device", back.Lines[0].GetProperty("messages")[0].GetProperty("step").GetString());
        Assert.Contains("abuse.hate", back.Lines[1].ToString(), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        var wrong = await AProgram.Chat("12345 12345 12345 12345 12345\nskip\n", [.. kept, "--resume", "-"]);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1), "A wrong code is answered after a second at least.");
        watch.Restart();
        await AProgram.Chat("12345 12345\n12345\n", [.. kept, "--resume", "-"]);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(2), "A code that was not typed to its end takes as long as a wrong one.");
        Assert.Equal(["code", "code", "yesno"], wrong.Lines.Select(l => l.GetProperty("messages").EnumerateArray().Last().GetProperty("kind").GetString()));
    }
}
