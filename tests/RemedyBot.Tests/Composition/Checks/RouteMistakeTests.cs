using RemedyBot.Composition;
using RemedyBot.Localization.Checks;

namespace RemedyBot.Tests.Composition.Checks;

/// <summary>What somebody in danger dials or opens: a wrong number used to be shown, and `check` said nothing.</summary>
public sealed class RouteMistakeTests : IDisposable
{
    private const string Emergency = "dialogs/routes/emergency.yaml";
    private const string Directories = "dialogs/routes/directories.yaml";
    private const string FirstHour = "dialogs/routes/first-hour.yaml";
    private readonly AnOverlay _overlay = new();

    public void Dispose() => _overlay.Dispose();

    [Theory]
    [InlineData(Emergency, "number: \"999\"", "number: \"call us\"", "'em.ae' has the number 'call us', which nobody can dial. Write 2 to 15 digits")]
    [InlineData(Emergency, "number: \"999\"", "number: \"9\"", "which nobody can dial")]
    [InlineData(Emergency, "label: police", "label: polis", "Known: police, ambulance, fire, emergency, text_relay")]
    [InlineData(Directories, "kind: crisis", "kind: crises", "'hl.g.findahelpline' has the unknown kind 'crises'. Known: ")]
    [InlineData(Directories, "links: [\"https://befrienders.org\"]", "links: [\"http://befrienders.org\"]", "Find its https address")]
    [InlineData(Directories, "verified: null", "verified: soon", "'soon' is no day. Write it year first: 2026-11-22")]
    [InlineData(Directories, "  - id: hl.g.befrienders", "  - kind: crisis\n  - id: hl.g.befrienders", "'id' is missing. Write it here")]
    [InlineData("dialogs/platforms.yaml", "  - {id: plt.instagram,", "  - ~\n  - {id: plt.instagram,", "an entry is empty")]
    [InlineData("dialogs/taxonomy.yaml", "urgency: U0", "urgency: U9", "needs an urgency: U0 (at once), U1, U2 or U3")]
    [InlineData("dialogs/channels.yaml", "unit: utf16", "unit: metres", "unit takes ")]
    public void What_cannot_be_used_is_told_with_its_line_and_what_to_do(string path, string right, string wrong, string advice)
    {
        var line = _overlay.Exchange(path, right, wrong);
        var found = Assert.Single(_overlay.Found());
        Assert.Equal(("D30", Severity.Error, path, line), (found.Id, found.Severity, found.File, found.Line));
        Assert.Contains(advice, found.Message, StringComparison.Ordinal);
        Assert.Null(LoadedContent.Open(_overlay.Content, out var problem));
        Assert.StartsWith($"{path}:{line}: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_id_that_stands_twice_both_places_are_told()
    {
        _overlay.Write("dialogs/routes/ours.yaml", "format: 1\nversion: \"1\"\ndate: 2026-11-22\nsource: ours\nroutes:\n  - {id: hl.g.chi, kind: child_helpline}\n");
        var found = Assert.Single(_overlay.Found());
        Assert.Equal(("D30", "dialogs/routes/ours.yaml", 6), (found.Id, found.File, found.Line));
        Assert.Contains($"'hl.g.chi' stands twice, here and in {Directories}, line {LineOf(Directories, "id: hl.g.chi")}. Rename one", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_yaml_is_told_in_our_words()
    {
        _overlay.Write(Directories, "format: 1\nroutes: [\n  - {id: 'a\n");
        var found = Assert.Single(_overlay.Found());
        Assert.Equal(("D30", Directories), (found.Id, found.File));
        Assert.True(found.Line > 0);
        Assert.Contains("Look at quotes, colons, brackets and indentation", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Emergency, "country: AE", "country: ZZ", "id: em.ae", "`em.ae` is for `ZZ`, which is no country. Write its two capital letters")]
    [InlineData(Emergency, "id: em.ae", "id: em.uae", "id: em.ae", "the emergency card of AE is called `em.ae`. Rename it.")]
    [InlineData(Directories, "leaves: [child.csam, child.sextortion]", "leaves: [child.csamm]", "id: plt.hash-minor", "the harm `child.csamm`, which dialogs/taxonomy.yaml does not have")]
    [InlineData(Directories, "    verified: null\n  - id: hl.g.findahelpline", "    verified: 2096-11-22\n  - id: hl.g.findahelpline", "id: em.directory", "checked on a day that has not come")]
    public void A_route_that_leads_astray_is_an_error(string path, string right, string wrong, string route, string advice)
    {
        _overlay.Exchange(path, right, wrong);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File, f.Line) == ("D33", Severity.Error, path, LineOf(path, route)) && f.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_without_an_emergency_card_is_missed()
    {
        var text = AnOverlay.Shipped(Emergency);
        var card = text.IndexOf("  - id: em.es\n", StringComparison.Ordinal);
        _overlay.Write(Emergency, text[..card] + text[text.IndexOf("  - id: ", card + 5, StringComparison.Ordinal)..]);
        var found = Assert.Single(_overlay.Found());
        Assert.Equal(("D33", Emergency), (found.Id, found.File));
        Assert.StartsWith("No emergency card for ES:", found.Message, StringComparison.Ordinal);
        Assert.True(found.Line > 1);
    }

    [Fact]
    public void A_file_without_any_is_told_in_one_line()
    {
        _overlay.Write(Emergency, "format: 1\nversion: \"1\"\ndate: 2026-11-22\nsource: ours\nkind: emergency\nroutes: []\n");
        Assert.EndsWith("Add a card `em.` and the country for each.", Assert.Single(_overlay.Found(), f => f.Id == "D33").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: em.directory", "id: em.directories", "The route `em.directory` with a link is missing")]
    [InlineData("kind: child_helpline", "kind: helpline", "No route of the kind `child_helpline` is for anywhere")]
    public void Help_that_is_shown_where_nothing_else_is_known_is_missed(string right, string wrong, string advice)
    {
        _overlay.Exchange(Directories, right, wrong);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.File, f.Line) == ("D33", Directories, 1) && f.Message.StartsWith(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_harm_without_a_first_hour_card_is_missed()
    {
        var lines = AnOverlay.Shipped(FirstHour).Split('\n');
        var first = Array.FindIndex(lines, l => l.StartsWith("  - {id: ", StringComparison.Ordinal));
        _overlay.Write(FirstHour, string.Join('\n', lines.Take(first + 5)) + "\n");
        var found = _overlay.Found();
        Assert.Contains(found, f => (f.Id, f.File, f.Line) == ("D33", FirstHour, first + 5) && f.Message.StartsWith("The harm `priv.doxxing` has no first-hour card.", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Message.StartsWith("dialogs/taxonomy.yaml names the first-hour card `fh.dox`, which is missing.", StringComparison.Ordinal));
    }

    private static int LineOf(string path, string words) => 1 + Array.FindIndex(AnOverlay.Shipped(path).Split('\n'), l => l.Contains(words, StringComparison.Ordinal));
}
