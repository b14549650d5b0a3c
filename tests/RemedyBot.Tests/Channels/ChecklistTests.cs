using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Channels;

/// <summary>How a naive server fails real clients: 32 lines, each with a test of its own that carries its number.</summary>
public sealed partial class ChecklistTests
{
    private const int Lines = 32;

    [Fact]
    public void Each_line_is_tested()
    {
        var tested = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Number().Matches(File.ReadAllText(file))).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Empty(Enumerable.Range(1, Lines).Except(tested));
    }

    [Fact]
    [Trait("Checklist", "29")]
    public async Task Who_is_too_fast_is_slowed_down_and_keeps_the_session()
    {
        await using var server = await AServer.Start(s => s with { LimitsEnabled = true, LimitsMessages = 1 });
        var line = await Line.Begun(server);
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => line.Say("so-far")));
        // One 403 would end a client's session for good, and a 429 stops its polling.
        Assert.All(answers, a => Assert.Equal(200, a.Code));
        Assert.True(Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await line.Read()).Code);
    }

    [GeneratedRegex("""Trait\("Checklist", "(\d+)"\)""")]
    private static partial Regex Number();
}
