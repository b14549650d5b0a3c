using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Architecture;

/// <summary>The rooms of the house and which may see which. A line here is a decision; say why when you change one.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["RemedyBot.Dialogs"] = [],
        ["RemedyBot.Localization"] = [],
        ["RemedyBot.Understanding"] = [],
        ["RemedyBot.Storage"] = [],
        ["RemedyBot.Remedy"] = ["RemedyBot.Dialogs"],
        ["RemedyBot.Handoff"] = ["RemedyBot.Remedy", "RemedyBot.Storage"],
        ["RemedyBot.Channels"] = [],
        ["RemedyBot"] = ["RemedyBot.Channels", "RemedyBot.Dialogs", "RemedyBot.Handoff", "RemedyBot.Localization", "RemedyBot.Remedy", "RemedyBot.Storage", "RemedyBot.Understanding"],
    };

    /// <summary>Rooms that think and do nothing else: neither files, network, clock nor chance.</summary>
    private static readonly string[] Pure = ["RemedyBot.Dialogs", "RemedyBot.Localization", "RemedyBot.Remedy", "RemedyBot.Understanding"];

    [Fact]
    public void Each_room_references_the_rooms_below_it_and_no_other() =>
        Assert.Equal(
            Rooms.Select(r => $"{r.Key}: {string.Join(' ', r.Value)}").Order(StringComparer.Ordinal),
            SourceFile.Under("src", ".csproj").Select(p => $"{p.Project}: {string.Join(' ', Reference().Matches(p.Text).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_domain_sees_value_types_of_the_engine_only() =>
        Assert.All(
            SourceFile.Under("src/RemedyBot.Remedy", ".cs").SelectMany(f => Foreign().Matches(f.Text).Select(m => m.Value)),
            used => Assert.Equal("RemedyBot.Dialogs.Turns", used));

    [Fact]
    public void Handoff_does_not_see_dialogs_and_pages_do_not_see_the_store()
    {
        Assert.DoesNotContain(SourceFile.Under("src/RemedyBot.Handoff", ".cs"), f => f.Text.Contains("RemedyBot.Dialogs", StringComparison.Ordinal));
        Assert.DoesNotContain(SourceFile.Under("src/RemedyBot/Pages/Chat", ".cs"), f => f.Text.Contains("RemedyBot.Storage", StringComparison.Ordinal));
    }

    [Fact]
    public void Rooms_that_only_think_ban_the_world() =>
        Assert.All(Pure, room =>
        {
            var banned = File.ReadAllText(Path.Combine(Repository.Root, "src", room, "BannedSymbols.txt"));
            Assert.All(
                ["System.IO.File;", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Random.", "CultureInfo.CurrentCulture"],
                symbol => Assert.True(banned.Contains(symbol, StringComparison.Ordinal), $"{room}/BannedSymbols.txt does not ban {symbol}"));
        });

    [Fact]
    public void Every_room_bans_the_clock_and_the_culture_of_the_machine() =>
        Assert.All(Rooms.Keys, room =>
        {
            var banned = File.ReadAllText(Path.Combine(Repository.Root, "src", room, "BannedSymbols.txt"));
            Assert.Contains("UtcNow", banned, StringComparison.Ordinal);
            Assert.Contains("CurrentCulture", banned, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_room_has_a_page_of_at_most_60_lines() =>
        Assert.All(Rooms.Keys, room =>
        {
            var page = Path.Combine(Repository.Root, "src", room, "README.md");
            Assert.True(File.Exists(page), $"{room} has no README.md");
            Assert.True(File.ReadLines(page).Count() <= 60, $"{room}/README.md is longer than 60 lines");
        });

    [GeneratedRegex("ProjectReference Include=\"[^\"]*/([A-Za-z.]+)\\.csproj\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\bRemedyBot\.(?!Remedy\b)[A-Z][A-Za-z]*(\.[A-Z][A-Za-z]*)?")]
    private static partial Regex Foreign();
}
