using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Tests.Remedy;

public class TriageTests
{
    private static readonly string[] Rows =
        ["danger", "danger_unsure", "under_way", "self_harm", "minor_sexual", "threat_specific", "address_and_threat", "outing",
         "detained", "being_reposted", "device_access", "payment_demanded", "support_cut", "deadline"];

    [Theory]
    [InlineData("/safety/immediate_danger", "yes", "U0", "mod:danger")]
    [InlineData("/safety/immediate_danger", "unknown", "U1", "mod:danger_unsure")]
    [InlineData("/safety/self_harm", "yes", "U0", "mod:self_harm")]
    [InlineData("/safety/device_compromise", "yes", "U1", "mod:device_access")]
    [InlineData("/harms/-/facets/threat_specific", "yes", "U0", "mod:threat_specific")]
    [InlineData("/harms/-/facets/meeting_planned", "yes", "U0", "mod:minor_sexual")]
    [InlineData("/harms/-/facets/outing_risk", "yes", "U1", "mod:outing")]
    [InlineData("/harms/-/facets/detained", "yes", "U0", "mod:detained")]
    [InlineData("/harms/-/facets/recent_or_reposted", "yes", "U2", "mod:being_reposted")]
    [InlineData("/harms/-/facets/under_way", "yes", "U2", "mod:under_way")]
    [InlineData("/harms/-/facets/payment_demanded", "yes", "U1", "mod:payment_demanded")]
    [InlineData("/harms/-/facets/support_cut", "yes", "U1", "mod:support_cut")]
    [InlineData("/timeline/-/when#deadline", "2026-12-05", "U2", "mod:deadline")]
    public void Each_row_of_the_table_does_what_it_says(string field, string value, string level, string reason)
    {
        var urgency = new ASummary().Told("/harms", "plat.inaction").Told(field, value).Build().Urgency!;
        Assert.Equal(level, urgency.Level);
        Assert.Equal([reason, "leaf:plat.inaction"], urgency.Reasons!);
    }

    [Theory]
    [InlineData("2026-12-06")]
    [InlineData("2026-11-21")]
    public void A_deadline_far_away_or_over_changes_nothing(string when) =>
        Assert.Equal("U3", new ASummary().Told("/harms", "plat.inaction").Told("/timeline/-/when#deadline", when).Build().Urgency!.Level);

    [Fact]
    public void Sexual_content_and_doubt_about_age_is_a_childs_case()
    {
        Assert.Equal("U0", new ASummary().Told("/harms", "ibsa.unsolicited").Told("/safety/minor_involved", "unknown").Build().Urgency!.Level);
        Assert.Equal("U0", new ASummary().Told("/harms", "ibsa.ncii").Told("/person/age_band", "16_17").Build().Urgency!.Level);
        Assert.Equal("U2", new ASummary().Told("/harms", "abuse.hate").Told("/safety/minor_involved", "yes").Build().Urgency!.Level);
    }

    [Theory]
    [InlineData("child.csam")]
    [InlineData("child.sextortion")]
    [InlineData("child.grooming")]
    public void A_harm_that_says_that_it_is_a_child_needs_no_age(string leaf) =>
        Assert.Equal(["mod:minor_sexual", "leaf:" + leaf], new ASummary().Told("/person/age_band", "adult").Told("/harms", leaf).Build().Urgency!.Reasons!);

    [Fact]
    public void Bullying_of_the_young_is_no_sexual_content() =>
        Assert.Equal(["leaf:child.bullying"], new ASummary().Told("/person/age_band", "13_15").Told("/harms", "child.bullying").Build().Urgency!.Reasons!);

    [Fact]
    public void An_address_and_a_threat_together_are_a_danger()
    {
        var both = new ASummary().Told("/harms", "priv.doxxing", "abuse.threat").Told("/harms/-/facets/disclosed", "address").Build();
        Assert.Equal("U0", both.Urgency!.Level);
        Assert.Contains("mod:address_and_threat", both.Urgency.Reasons!);
        Assert.Equal("U1", new ASummary().Told("/harms", "priv.doxxing").Told("/harms/-/facets/disclosed", "address").Build().Urgency!.Level);
    }

    [Fact]
    public void Saying_that_all_is_well_is_noted_and_lowers_nothing()
    {
        var words = new ASummary().Told("/harms", "abuse.hate").Signal("danger", cleared: true).Build().Urgency!;
        Assert.Equal(("U0", true), (words.Level, words.Reasons!.Contains("cleared:danger")));
        var taps = new ASummary()
            .At("safety/danger", "/safety/immediate_danger", AnswerKind.Chosen, "yes")
            .At("danger/still", "/safety/immediate_danger", AnswerKind.Chosen, "no").Build();
        Assert.Equal("no", taps.Safety!.ImmediateDanger);
        Assert.Equal(["mod:danger", "cleared:danger"], taps.Urgency!.Reasons!);
        var mistake = new ASummary()
            .At("safety/danger", "/safety/immediate_danger", AnswerKind.Chosen, "yes")
            .At("safety/danger", "/safety/immediate_danger", AnswerKind.Chosen, "no").Build();
        Assert.Null(mistake.Urgency);
    }

    [Fact]
    public void Words_of_danger_count_before_any_answer_does() =>
        Assert.Equal("U0", new ASummary().Signal("danger").Build().Urgency!.Level);

    [Fact]
    public void The_table_has_its_rows_in_order() => Assert.Equal(Rows, Modifier.All.Select(m => m.Id));

    [Property]
    public Property Any_combination_yields_a_level_and_a_reason() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var assessed = UrgencyTable.Assess(Content.Taxonomy, c.Leaves, c.Mods, []);
        return c.Leaves.Length == 0 && c.Mods.Count == 0 ? assessed is null : assessed is { Reasons.Count: > 0 };
    });

    [Property]
    public Property Adding_a_modifier_or_a_harm_never_lowers() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var before = UrgencyTable.Assess(Content.Taxonomy, c.Leaves, c.Mods, [])?.Level ?? UrgencyLevel.U3;
        return Rows.All(m => UrgencyTable.Assess(Content.Taxonomy, c.Leaves, c.Mods.Append(m).ToHashSet(), [])!.Level <= before)
            && Content.Taxonomy.Leaves.All(l => UrgencyTable.Assess(Content.Taxonomy, [.. c.Leaves, l.Id], c.Mods, [])!.Level <= before);
    });

    private static Gen<(string[] Leaves, HashSet<string> Mods)> Cases() =>
        from leaves in Gen.SubListOf(Content.Taxonomy.Leaves.Select(l => l.Id))
        from mods in Gen.SubListOf(Rows)
        select (leaves.Take(4).ToArray(), mods.ToHashSet());
}
