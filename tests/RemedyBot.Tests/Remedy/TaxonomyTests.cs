using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Harms;

namespace RemedyBot.Tests.Remedy;

public class TaxonomyTests
{
    [Fact]
    public void Has_35_harms_and_the_fallback()
    {
        Assert.Equal(36, Content.Taxonomy.Leaves.Count);
        Assert.Equal("other.unclassified", Content.Taxonomy.Leaves[^1].Id);
        Assert.Equal(["ibsa", "child", "abuse", "priv", "sec", "plat", "adm", "state", "econ", "other"], Content.Taxonomy.Groups.Select(g => g.Id));
    }

    [Fact]
    public void Every_harm_has_its_tags_a_right_and_a_card_that_exists()
    {
        Assert.All(Content.Taxonomy.Leaves, leaf =>
        {
            Assert.NotEmpty(leaf.Rights);
            Assert.NotEmpty(Content.Routes.FirstHour([leaf.Id]));
            Assert.All(leaf.FirstHour, card => Assert.Contains(leaf.Id, Content.Routes.Find(card)!.Leaves));
            Assert.All(leaf.Dsa.Concat(leaf.DsaWomen), tag => Assert.StartsWith("STATEMENT_CATEGORY_", tag.Category, StringComparison.Ordinal));
            Assert.All(leaf.Facets, facet => Assert.NotNull(RemedyBot.Remedy.Cases.FieldTable.Current.Find("/harms/-/facets/" + facet)));
        });
        Assert.DoesNotContain(Content.Taxonomy.Leaves.SelectMany(l => l.Dsa), t => t.Keyword is "KEYWORD_STALKING" or "KEYWORD_DANGEROUS_TOYS");
    }

    [Fact]
    public void Cards_name_only_harms_that_exist() =>
        Assert.All(Content.Routes.All.SelectMany(r => r.Leaves), leaf => Assert.NotNull(Content.Taxonomy.Find(leaf)));

    [Theory]
    [InlineData("ibsa.ncii", "U1")]
    [InlineData("child.csam", "U0")]
    [InlineData("abuse.selfharm", "U0")]
    [InlineData("plat.restriction", "U3")]
    [InlineData("other.unclassified", "U2")]
    public void Defaults_are_those_of_the_table(string leaf, string level) =>
        Assert.Equal(level, Content.Taxonomy.Find(leaf)!.Urgency.ToString());

    [Fact]
    public void Only_childrens_sexual_cases_carry_both_N_and_M() =>
        Assert.Equal(["child.csam", "child.sextortion", "child.grooming"], Content.Taxonomy.Leaves.Where(l => l.Has("N") && l.Has("M")).Select(l => l.Id));

    [Theory]
    [InlineData("groups: [{id: a, leaves: [{id: b.c, urgency: U1}]}]", "does not belong")]
    [InlineData("groups: [{id: a, leaves: [{id: a.c, urgency: U9}]}]", "urgency")]
    [InlineData("groups: [{id: a, leafs: []}]", "leafs")]
    [InlineData("version: x\ngroups: []", "other.unclassified")]
    public void A_broken_file_says_what_is_wrong(string text, string part) =>
        Assert.Contains(part, Assert.Throws<ContentException>(() => TaxonomyReader.Read("t.yaml", text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("insta", "plt.instagram")]
    [InlineData("PLT.X", "plt.x")]
    [InlineData("Only Fans", "plt.onlyfans")]
    public void Platforms_are_known_by_name(string typed, string id) => Assert.Equal(id, Content.Platforms.Named(typed)?.Id);

    [Theory]
    [InlineData("https://m.youtube.com/watch?v=1", "plt.youtube")]
    [InlineData("t.me/x", "plt.telegram")]
    [InlineData("https://notinstagram.com/x", null)]
    [InlineData("no link", null)]
    public void Platforms_are_known_by_link(string link, string? id) => Assert.Equal(id, Content.Platforms.OfLink(link)?.Id);
}
