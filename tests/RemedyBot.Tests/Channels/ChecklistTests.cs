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
    public async Task Who_is_too_fast_is_slowed_down_or_told_when_to_come_back_and_keeps_the_session()
    {
        await using var server = await AServer.Start(s => s with { LimitsEnabled = true, LimitsMessages = 1 });
        var line = await Line.Begun(server);
        line.Origin = "http://" + server.Root.Authority;
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => line.Say("so-far")));
        Assert.All(answers, a => Assert.Contains(a.Code, new[] { 200, 429 }));
        var refused = answers.Where(a => a.Code == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a =>
        {
            // The only form of it that the field's client does not stumble over.
            Assert.True(DateTimeOffset.TryParseExact(a.Header("Retry-After"), "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.Equal("Retry-After", a.Header("Access-Control-Expose-Headers"));
        });
        await Task.Delay(1500);
        Assert.Equal(200, (await line.Read()).Code);
    }

    [GeneratedRegex("""Trait\("Checklist", "(\d+)"\)""")]
    private static partial Regex Number();
}
