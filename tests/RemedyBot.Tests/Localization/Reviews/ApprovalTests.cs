using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Reviews;
using RemedyBot.Tests.Localization.Catalogs;

namespace RemedyBot.Tests.Localization.Reviews;

public sealed class ApprovalTests
{
    private const string Key = "d/in/why";
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly SourceText[] Sources = [AContent.Text(Key, "It helps.") with { Critical = true }, AContent.Text("d/in/text", "Go on.")];
    private static readonly ContentFile Spanish = AContent.Spanish(AContent.Entry(Key, "It helps.", "Ayuda."), AContent.Entry("d/in/text", "Go on.", "Sigue."));
    private static readonly Language Language = new() { Tag = "es", Name = "Español", Plural = "nplurals=2; plural=n != 1;", Status = LanguageStatus.Beta };

    [Fact]
    public void A_critical_text_is_offered_only_once_somebody_stands_for_it()
    {
        Assert.False(Catalog(Spanish).Speaks("es"));
        var ledger = Approve([Key], [Spanish], "mar", "author").File!;
        Assert.Equal("localization/reviews/es.tsv", ledger.Path);
        Assert.True(Catalog(Spanish, ledger).Speaks("es"));
    }

    [Fact]
    public void One_edit_of_translation_or_source_voids_the_sign_off()
    {
        var ledger = Approve([Key], [Spanish], "mar", "author").File!;
        Assert.False(Catalog(Edited(Spanish, "Ayuda.", "Ayuda mucho."), ledger).Speaks("es"));
        var sources = Sources.Select(s => s with { Text = s.Text.Replace("helps", "helps you", StringComparison.Ordinal) }).ToArray();
        Assert.False(Localizer.Load([AContent.Registry(), Edited(Spanish, "It helps.", "It helps you."), ledger], sources).Catalog.Speaks("es"));
    }

    [Fact]
    public void A_released_language_needs_a_second_person()
    {
        var author = Approve([Key], [Spanish], "mar", "author").File!;
        Assert.Contains(Check("released", author), f => f is { Id: "S05", Severity: Severity.Error });
        var both = Approve([Key], [Spanish, author], "lua", "survivor-advocate").File!;
        Assert.DoesNotContain(Check("released", both), f => f.Id is "S05" or "S06" or "X01");
        Assert.StartsWith(author.Content, both.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_reads_their_own_words()
    {
        var author = Approve([Key], [Spanish], "mar", "translator").File!;
        var own = Approve([Key], [Spanish, author], "mar", "reviewer");
        Assert.Null(own.File);
        Assert.Contains("Somebody else", Assert.Single(own.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d/nowhere")]
    [InlineData("e/*")]
    public void A_key_without_a_text_is_told(string key) => Assert.Contains(key, Assert.Single(Approve([key], [Spanish], "mar", "author").Problems), StringComparison.Ordinal);

    [Fact]
    public void What_nobody_would_see_cannot_be_signed_off()
    {
        var fuzzy = AContent.Spanish(AContent.Entry(Key, "It helps.", "Ayuda.", "#, fuzzy\n"));
        Assert.NotEmpty(Approve([Key], [fuzzy], "mar", "author").Problems);
        Assert.NotEmpty(Approve([Key], [AContent.Spanish()], "mar", "author").Problems);
    }

    [Fact]
    public void A_star_stands_for_the_critical_texts_that_lack_this_persons_row()
    {
        var first = Approve(["d/*"], [Spanish], "mar", "author");
        Assert.Equal(1, first.Added);
        Assert.Contains($"{Key}\t", first.File!.Content, StringComparison.Ordinal);
        Assert.Equal(0, Approve(["*"], [Spanish, first.File], "mar", "author").Added);
    }

    [Theory]
    [InlineData("mar", true)]
    [InlineData("Ana María", false)]
    [InlineData("ana@example.org", false)]
    [InlineData("m", false)]
    public void An_alias_is_no_name(string alias, bool fits) => Assert.Equal(fits, Approval.IsAlias(alias));

    [Theory]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("ar")]
    public void Every_shipped_critical_text_has_somebody_who_stands_for_it(string language) =>
        Assert.Contains("author", ShippedContent.Files.Single(f => f.Path == $"localization/reviews/{language}.tsv").Content, StringComparison.Ordinal);

    private static Approval Approve(IReadOnlyList<string> keys, IReadOnlyList<ContentFile> files, string alias, string role) => Approval.Of(Language, Sources, files, keys, (alias, role, Day));

    private static Catalog Catalog(params ContentFile[] files) => Localizer.Load([AContent.Registry(), .. files], Sources).Catalog;

    private static IReadOnlyList<Finding> Check(string status, ContentFile ledger) => TextChecks.Run([AContent.Registry(status), Spanish, ledger], Sources);

    private static ContentFile Edited(ContentFile file, string from, string to) => file with { Content = file.Content.Replace(from, to, StringComparison.Ordinal) };
}
