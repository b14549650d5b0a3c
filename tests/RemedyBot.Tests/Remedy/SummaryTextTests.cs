using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Reading;
using YamlDotNet.Serialization;

namespace RemedyBot.Tests.Remedy;

public class SummaryTextTests
{
    private static readonly Dictionary<string, string> Words = new DeserializerBuilder().IgnoreUnmatchedProperties().Build()
        .Deserialize<Texts>(Content.Text("dialogs/fields.yaml")).texts;

    [Fact]
    public void Every_label_and_value_has_words_and_no_words_are_left_over() =>
        Assert.Equal(SummaryText.Keys.Select(k => k["fields/".Length..]).Order(StringComparer.Ordinal), Words.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_words_are_short_and_calm() => Assert.All(Words, w =>
    {
        Assert.InRange(w.Value.Split(' ').Length, 1, 14);
        Assert.DoesNotContain('!', w.Value);
        Assert.DoesNotMatch("(?i)perpetrator|alleged|victim|revenge", w.Value);
    });

    [Fact]
    public void Lines_come_in_order_with_links_byte_for_byte()
    {
        const string link = "https://T.me/x/17?a=%20";
        var lines = SummaryText.Lines(new ASummary().Told("/harms", "ibsa.ncii", "priv.doxxing")
            .At("p", "/locations/-/url", AnswerKind.Items, link)
            .At("w", "/timeline/-/when#first_seen", AnswerKind.Date, "2026-03~", "about")
            .Told("/safety/device_compromise", "yes").Told("/person/country", "ES").Build());
        Assert.Equal([new(ValueKind.Key, "harms/ibsa.ncii"), new(ValueKind.Key, "harms/priv.doxxing")], Line(lines, "fields/harms.leaf").Values);
        Assert.Equal(link, Assert.Single(Line(lines, "fields/locations.url").Values).Text);
        Assert.Equal([new(ValueKind.Date, "2026-03~"), new(ValueKind.Key, "fields/certainty.about")], Line(lines, "fields/event.first_seen").Values);
        Assert.Equal(("/person/country", "g3"), (Line(lines, "fields/person.country").Path, Line(lines, "fields/person.country").Group));
        Assert.DoesNotContain(lines, l => l.LabelKey == "fields/contact.device_shared_or_monitored");
        Assert.All(lines, l => Assert.DoesNotContain("id", l.Path.Split('/')));
    }

    [Fact]
    public void Every_key_of_any_summary_is_known()
    {
        var known = SummaryText.Keys.ToHashSet();
        for (var seed = 0; seed < 50; seed++)
            foreach (var line in SummaryText.Lines(new RandomSummary(seed).Make()))
                Assert.All(line.Values.Where(v => v.Kind == ValueKind.Key).Select(v => v.Text).Append(line.LabelKey),
                    key => Assert.True(known.Contains(key) || key.StartsWith("harms/", StringComparison.Ordinal), key));
    }

    private static SummaryLine Line(IReadOnlyList<SummaryLine> lines, string label) => Assert.Single(lines, l => l.LabelKey == label);

    private sealed class Texts
    {
#pragma warning disable IDE1006 // the file's own key
        public Dictionary<string, string> texts { get; set; } = [];
#pragma warning restore IDE1006
    }
}
