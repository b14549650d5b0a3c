using System.Text;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Checking;

namespace RemedyBot.Tests.Remedy;

public class SummaryBuilderTests
{
    [Fact]
    public void Is_null_until_an_answer_fills_a_field() =>
        Assert.Null(new ASummary().At("language/which", null!, AnswerKind.Chosen, "en").Skipped("/person/role").BuildOrNull());

    [Fact]
    public void Holds_the_envelope_and_a_made_up_name()
    {
        var summary = new ASummary().Told("/person/age_band", "adult").Build();
        Assert.Equal("remedybot.case-summary/1", summary.Schema);
        Assert.Equal("2026-11-22", summary.Created);
        Assert.Equal("2026.1", summary.TaxonomyVersion);
        Assert.Equal("Blue Heron", summary.Person!.Handle);
        Assert.False(summary.Person.Under18);
        Assert.Equal(["en"], summary.Person.Languages!);
    }

    [Fact]
    public void The_later_of_two_answers_counts_and_a_skip_takes_it_away()
    {
        Assert.Equal("ex", new ASummary().Told("/perpetrator/relation", "friend").Told("/perpetrator/relation", "ex").Build().Perpetrator!.Relation);
        Assert.Null(new ASummary().Told("/ongoing", "yes").Told("/perpetrator/relation", "friend").Skipped("/perpetrator/relation").Build().Perpetrator);
    }

    [Fact]
    public void The_device_answer_also_fills_the_contact_part()
    {
        var summary = new ASummary().Told("/safety/device_compromise", "unknown").Build();
        Assert.Equal("unknown", summary.Contact!.DeviceSharedOrMonitored);
        Assert.Equal("unknown", summary.Safety!.DeviceCompromise);
    }

    [Fact]
    public void The_first_harm_chosen_weighs_most_unless_told_otherwise()
    {
        var summary = new ASummary().Told("/harms", "ibsa.ncii", "priv.doxxing").Build();
        Assert.Equal(["ibsa.ncii", "priv.doxxing"], summary.Harms!.Select(h => h.Leaf));
        Assert.Equal([true, false], summary.Harms!.Select(h => h.Primary!.Value));
        var other = new ASummary().Told("/harms", "ibsa.ncii", "priv.doxxing").Told("/harms/-/primary", "priv.doxxing").Build();
        Assert.Equal("priv.doxxing", other.Harms!.Single(h => h.Primary == true).Leaf);
    }

    [Fact]
    public void Leaves_named_after_a_menu_of_groups_join_those_chosen_there()
    {
        var told = new ASummary()
            .At("harm/what", "/harms", AnswerKind.Chosen, "ibsa", "econ.fraud")
            .At("harm/leaf", "/harms", AnswerKind.Chosen, "ibsa.threat");
        Assert.Equal(["econ.fraud", "ibsa.threat"], told.Build().Harms!.Select(h => h.Leaf));
        var changed = told.At("harm/what", "/harms", AnswerKind.Chosen, "abuse.hate");
        Assert.Equal("abuse.hate", Assert.Single(changed.Build().Harms!).Leaf);
    }

    [Fact]
    public void A_group_whose_leaves_were_skipped_does_not_block() =>
        Assert.Equal("other.unclassified", Assert.Single(new ASummary()
            .At("harm/what", "/harms", AnswerKind.Chosen, "priv").Skipped("/harms", "harm/leaf").Build().Harms!).Leaf);

    [Fact]
    public void A_facet_goes_to_the_harms_that_ask_for_it_or_to_the_first()
    {
        var summary = new ASummary().Told("/harms", "abuse.threat", "priv.doxxing")
            .Told("/harms/-/facets/disclosed", "address", "health")
            .Told("/harms/-/facets/support_cut", "yes").Build();
        Assert.Equal(["address", "health"], summary.Harms![1].Facets!.Disclosed!);
        Assert.Equal("yes", summary.Harms[0].Facets!.SupportCut);
    }

    [Fact]
    public void Links_join_their_platform_and_stay_as_typed()
    {
        const string typed = "https://T.me/some_Channel/17?x=%20a&b=ü";
        var summary = new ASummary()
            .At("platform/where", "/locations/-/platform_id", AnswerKind.Items, "Telegram", "My Forum")
            .At("platform/links", "/locations/-/url", AnswerKind.Items, typed, "forum.example/t/1", "https://www.instagram.com/p/1")
            .Told("/locations/-/still_there", "yes").Build();
        Assert.Equal(["plt.telegram", "My Forum", "plt.instagram"], summary.Locations!.Select(l => l.PlatformId));
        Assert.Equal([typed, "forum.example/t/1", "https://www.instagram.com/p/1"], summary.Locations!.Select(l => l.Url));
        Assert.All(summary.Locations!, l => Assert.Equal("yes", l.StillThere));
        Assert.Equal(["loc1", "loc2", "loc3"], summary.Locations!.Select(l => l.Id));
        Assert.Equal(typed, SummaryJson.Read(SummaryJson.Write(summary)).Locations![0].Url);
    }

    [Fact]
    public void Times_are_told_apart_by_what_happened()
    {
        var summary = new ASummary()
            .At("when/a", "/timeline/-/when#first_seen", AnswerKind.Date, "2026-03?", "guess")
            .At("when/b", "/timeline/-/when#deadline", AnswerKind.Date, "2026-12-01", "exact").Build();
        Assert.Equal([("first_seen", "2026-03?", "guess"), ("deadline", "2026-12-01", "exact")],
            summary.Timeline!.Select(t => (t.What!, t.When!, t.Certainty!)));
    }

    [Fact]
    public void Choices_become_items_and_nothing_becomes_none()
    {
        var summary = new ASummary()
            .Told("/evidence/-/kind", "screenshot", "url_log").Told("/evidence/-/held_by", "trusted")
            .Told("/impacts/-/axis", "social").Told("/actions/-/to", "nothing")
            .Told("/remedies/-/type", "restitution", "satisfaction").Told("/remedies/-/item#restitution", "remove_content").Build();
        Assert.Equal([("e1", "screenshot", "trusted"), ("e2", "url_log", "trusted")], summary.Evidence!.Select(e => (e.Id!, e.Kind!, e.HeldBy!)));
        Assert.Equal("social", Assert.Single(summary.Impacts!).Axis);
        Assert.Null(summary.Actions);
        Assert.Equal([("restitution", "remove_content"), ("satisfaction", null)], summary.Remedies!.Select(r => (r.Type!, r.Item)));
    }

    [Fact]
    public void One_way_to_be_reached_is_one_item()
    {
        var summary = new ASummary().Told("/contact/allowed", "yes").Told("/contact/channels/-/kind", "email")
            .Told("/contact/channels/-/value", "someone@example.org").Told("/contact/channels/-/safe", "yes")
            .Told("/contact/safe_times", "weekday mornings").Told("/contact/voicemail_ok", "no").Build();
        var channel = Assert.Single(summary.Contact!.Channels!);
        Assert.Equal(("email", "someone@example.org", "yes"), (channel.Kind, channel.Value, channel.Safe));
        Assert.Equal("weekday mornings", Assert.Single(summary.Contact.SafeTimes!).Words);
        Assert.True(summary.Contact.Allowed);
        Assert.False(summary.Contact.VoicemailOk);
    }

    [Fact]
    public void A_value_the_schema_does_not_know_is_left_out()
    {
        var summary = new ASummary().Told("/person/country", "ES").Told("/person/role", "wizard").Told("/no/such/field", "x")
            .Told("/person/under_18", "yes").Told("/id", "x").Told("/statement/short_reason", new string('a', 900)).Build();
        Assert.Null(summary.Person!.Role);
        Assert.Null(summary.Person.Under18);
        Assert.Equal(ASummary.Id, summary.Id);
        Assert.Equal(500, summary.Statement!.ShortReason!.Length);
        Assert.Empty(SummaryCheck.Problems(summary));
    }

    [Fact]
    public void Reading_is_strict_and_its_errors_quote_nothing()
    {
        string[] bad =
        [
            "{}", "[]", "nonsense-secret",
            """{"schema":"remedybot.case-summary/1","id":"abcdefghijklmnopqrstuvwxyz","created":"2026-11-22","secret":1}""",
            """{"schema":"remedybot.case-summary/1","id":"abcdefghijklmnopqrstuvwxyz","created":"2026-11-22","created":"2026-11-23"}""",
            """{"schema":"remedybot.case-summary/1","id":"abcdefghijklmnopqrstuvwxyz","created":"2026-02-30"}""",
            """{"schema":"remedybot.case-summary/1","id":"abcdefghijklmnopqrstuvwxyz","created":"2026-11-22","ongoing":"secret"}""",
        ];
        foreach (var text in bad)
            Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => SummaryJson.Read(Encoding.UTF8.GetBytes(text))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_26_letters_made_of_all_128_bits()
    {
        var bytes = new byte[16];
        Assert.Equal(new string('a', 26), CaseId.From(bytes));
        bytes[15] = 1;
        Assert.Equal(new string('a', 25) + "e", CaseId.From(bytes));
        Assert.True(CaseId.IsValid(CaseId.From(bytes)));
        Assert.False(CaseId.IsValid("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    }
}
