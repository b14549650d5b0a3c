using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Checking;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Tests.Remedy;

public class ProjectionTests
{
    private static readonly string[] AllGroups = [.. Enumerable.Range(1, 13).Select(g => $"g{g}")];
    private static readonly RecipientRef Desk = new() { Kind = "desk", Id = "desk", Name = "Desk" };
    private static readonly string Reference = new('z', 26);

    [Property(MaxTest = 150)]
    public Property Nothing_leaves_outside_the_granted_groups() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var document = Projection.Preview(c.Summary, c.Column, c.Groups, Reference);
        Assert.Empty(SummaryCheck.Problems(document));
        foreach (var (path, value) in Leaves(SummaryJson.ToNode(document), ""))
        {
            var group = FieldTable.Current.Find(path)!.Group;
            Assert.True(group == "envelope" || (c.Groups.Contains(group) && (c.Column.Default.Contains(group) || c.Column.Beyond.Contains(group))), path);
            if (value is "mod:outing" or "health" or "orientation" or "religion" or "migration_status" or "criminal_record" || (value == "medical" && !path.StartsWith("/remedies", StringComparison.Ordinal)))
                Assert.Contains("g10", c.Groups);
            if (value is "mod:self_harm" or "cleared:danger")
                Assert.Contains("g9", c.Groups);
        }
        return true;
    });

    [Property(MaxTest = 60)]
    public Property Two_recipients_share_no_id_and_never_learn_of_each_other() => Prop.ForAll(RandomSummary.Any.ToArbitrary(), summary =>
    {
        var other = new RecipientRef { Kind = "helpline", Id = "hl.other", Name = "Other" };
        var given = summary with { Consent = [Yes(Desk, AllGroups), Yes(other, AllGroups)] };
        var helpline = Columns.For("desk");
        var first = Projection.For(given, Desk, helpline, AllGroups, new string('a', 26));
        var second = Projection.For(given, other, helpline, AllGroups, new string('b', 26));
        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain(given.Id, SummaryJson.ToNode(first).ToJsonString() + SummaryJson.ToNode(second).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("desk", Assert.Single(first.Consent!).Recipient!.Id);
        Assert.Equal("hl.other", Assert.Single(second.Consent!).Recipient!.Id);
        return true;
    });

    [Property(MaxTest = 60)]
    public Property The_language_of_a_question_leaves_only_with_what_tells_the_persons_language() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var given = c.Summary with { Consent = [Yes(Desk, [.. c.Groups]) with { TextLang = "ar", TextVersion = "1" }] };
        var consent = Assert.Single(Projection.For(given, Desk, c.Column, c.Groups, Reference).Consent!);
        Assert.Equal("1", consent.TextVersion);
        Assert.Equal(c.Groups.Contains("g1") && c.Column.Offers("g1") ? "ar" : null, consent.TextLang);
        return true;
    });

    [Property(MaxTest = 60)]
    public Property Fears_provenance_and_routes_never_leave() => Prop.ForAll(RandomSummary.Any.ToArbitrary(), summary =>
        Columns.All.All(column => Projection.Preview(summary, column, AllGroups, Reference) is { Fears: null, Provenance: null, EligibleRoutes: null, Retention: null }));

    [Property(MaxTest = 60)]
    public Property Everything_granted_does_leave_to_a_helpline() => Prop.ForAll(RandomSummary.Any.ToArbitrary(), summary =>
    {
        var kept = Leaves(SummaryJson.ToNode(Projection.Preview(summary, Columns.For("desk"), AllGroups, Reference)), "").Count();
        var held = Leaves(SummaryJson.ToNode(summary), "").Count(l => FieldTable.Current.Find(l.Path)!.Group is not ("never" or "consent")
            && !(l.Value == "prefer_not" && l.Path.StartsWith("/person/", StringComparison.Ordinal)));
        return kept == held;
    });

    [Fact]
    public void Without_a_standing_consent_it_throws()
    {
        var summary = new ASummary().Told("/harms", "abuse.threat").Build();
        Assert.Throws<InvalidOperationException>(() => Projection.For(summary, Desk, Columns.For("desk"), ["g3"], Reference));
        var withdrawn = summary with { Consent = [Yes(Desk, "g3") with { Withdrawn = "2026-11-23" }] };
        Assert.Throws<InvalidOperationException>(() => Projection.For(withdrawn, Desk, Columns.For("desk"), ["g3"], Reference));
        Assert.Null(Projection.For(summary with { Consent = [Yes(Desk, "g5")] }, Desk, Columns.For("desk"), ["g3"], Reference).Harms);
    }

    [Fact]
    public void A_document_never_goes_by_the_summarys_own_id()
    {
        var summary = new ASummary().Told("/harms", "abuse.threat").Build();
        Assert.Throws<ArgumentException>(() => Projection.Preview(summary, Columns.For("desk"), ["g3"], summary.Id));
    }

    [Fact]
    public void Age_leaves_as_grown_up_or_not_unless_g10_is_granted()
    {
        var young = new ASummary().Told("/person/age_band", "13_15").Build();
        var helpline = Columns.For("desk");
        Assert.Equal((null, (bool?)true), AgeIn(Projection.Preview(young, helpline, ["g3"], Reference)));
        Assert.Equal(("13_15", (bool?)true), AgeIn(Projection.Preview(young, helpline, ["g3", "g10"], Reference)));
        Assert.Null(Projection.Preview(young, helpline, ["g1"], Reference).Person!.Under18);
        var adult = new ASummary().Told("/person/age_band", "adult").Build();
        Assert.Equal((null, (bool?)false), AgeIn(Projection.Preview(adult, helpline, ["g3"], Reference)));
    }

    [Fact]
    public void Platforms_get_accounts_the_minor_flag_and_what_they_can_undo()
    {
        var summary = new ASummary().Told("/harms", "ibsa.ncii").Told("/safety/minor_involved", "no").Told("/safety/self_harm", "yes")
            .Told("/perpetrator/relation", "ex").Told("/perpetrator/accounts", "@one").Told("/remedies/-/item", "remove_content", "apology").Build();
        var document = Projection.Preview(summary, Columns.For("platform"), AllGroups, Reference);
        Assert.Equal(("no", null), (document.Safety!.MinorInvolved, document.Safety.SelfHarm));
        Assert.Equal((null, "@one"), (document.Perpetrator!.Relation, document.Perpetrator.Accounts!.Single()));
        Assert.Equal("remove_content", Assert.Single(document.Remedies!).Item);
        Assert.DoesNotContain("mod:self_harm", document.Urgency!.Reasons!);
        Assert.Null(document.Person);
    }

    [Fact]
    public void Further_groups_are_those_that_hold_something()
    {
        var helpline = Columns.For("desk");
        Assert.Empty(Columns.BeyondIn(new ASummary().Told("/person/age_band", "adult").Told("/harms", "abuse.threat").Build(), helpline));
        Assert.Empty(Columns.BeyondIn(new ASummary().Told("/person/age_band", "prefer_not").Told("/person/at_risk", "prefer_not").Build(), helpline));
        Assert.Equal(["g10"], Columns.BeyondIn(new ASummary().Told("/person/age_band", "16_17").Build(), helpline));
        Assert.Equal(["g10"], Columns.BeyondIn(new ASummary().Told("/harms", "priv.doxxing").Told("/harms/-/facets/disclosed", "health").Build(), helpline));
        Assert.Empty(Columns.BeyondIn(new ASummary().Told("/locations/-/platform_id", "plt.snapchat").Told("/actions/-/to", "police").Build(), helpline));
        Assert.Equal(["g4", "g8", "g11"], Columns.BeyondIn(new ASummary()
            .Told("/statement/original", "words").Told("/evidence/-/kind", "file").Told("/impacts/-/axis", "social").Build(), helpline));
    }

    [Fact]
    public void A_guardians_yes_does_not_open_what_is_the_young_persons_own()
    {
        var summary = new ASummary().Told("/person/role", "parent_guardian").Told("/person/age_band", "13_15").Told("/statement/original", "words").Build();
        Assert.Equal(["g4", "g10"], ConsentRules.OwnYesNeeded(summary, ["g1", "g4", "g10"]));
        Assert.Equal("guardian", ConsentRules.By(summary));
        var guardian = summary with { Consent = [Yes(Desk, "g3", "g4") with { By = "guardian" }] };
        Assert.Null(Projection.For(guardian, Desk, Columns.For("desk"), ["g3", "g4"], Reference).Statement);
        var both = guardian with { Consent = [.. guardian.Consent!, Yes(Desk, "g4")] };
        Assert.NotNull(Projection.For(both, Desk, Columns.For("desk"), ["g3", "g4"], Reference).Statement);
        Assert.Empty(ConsentRules.OwnYesNeeded(new ASummary().Told("/person/role", "parent_guardian").Told("/person/age_band", "under_13").Build(), ["g4"]));
    }

    [Fact]
    public void The_columns_are_those_of_the_matrix()
    {
        Assert.Equal(["helpline", "platform", "dpa", "regulator", "nhri", "ncp", "court", "dpa", null], Columns.All.Select(c => c.Name));
        Assert.Equal(["g1", "g2", "g3", "g5", "g6", "g9", "g12", "g13"], Columns.For("desk").Default);
        Assert.Equal(["g4", "g7", "g8", "g10", "g11"], Columns.For("helpline").Beyond);
        Assert.DoesNotContain("g2", Columns.For("company").Beyond.Concat(Columns.For("company").Default));
        Assert.All(Columns.All, c => Assert.Empty(c.Default.Intersect(c.Beyond)));
        Assert.Throws<ArgumentException>(() => Columns.For("stranger"));
    }

    private static (string?, bool?) AgeIn(CaseSummary document) => (document.Person!.AgeBand, document.Person.Under18);

    private static ConsentRecord Yes(RecipientRef to, params string[] groups) =>
        new() { Recipient = to, Groups = groups, Given = "2026-11-22", By = "self" };

    private static Gen<(CaseSummary Summary, Column Column, List<string> Groups)> Cases() =>
        from summary in RandomSummary.Any
        from column in Gen.Elements(Columns.All.AsEnumerable())
        from groups in Gen.SubListOf(AllGroups)
        select (summary, column, groups.ToList());

    private static IEnumerable<(string Path, string Value)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject part => part.SelectMany(p => Leaves(p.Value, $"{path}/{p.Key}")),
        JsonArray list when list.FirstOrDefault() is JsonObject => list.SelectMany(i => Leaves(i, path + "/-")),
        JsonArray list => list.Select(i => (path, i!.ToString())),
        _ => [(path, node!.ToString())],
    };
}
