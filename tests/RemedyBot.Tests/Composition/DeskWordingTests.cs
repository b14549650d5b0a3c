using System.Text.Json;
using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Remedy.Reading;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Composition;

/// <summary>A worker reads about a person, in words that are not that person's.</summary>
public sealed class DeskWordingTests
{
    private static readonly LoadedContent Content = AChat.Content;

    [Theory]
    [InlineData("en", @"\b(I|my|me|mine|our|us|you|your)\b")]
    [InlineData("es", @"\b(yo|mi|mis|me|mí|nuestro|nuestra|tu|tus|te|ti)\b")]
    [InlineData("fr", @"\b(je|mon|ma|mes|moi|notre|nos|vous|votre|vos)\b|\b[jm]['’]")]
    [InlineData("pt", @"\b(eu|meu|minha|meus|minhas|me|mim|nosso|nossa|você)\b")]
    public void No_harm_is_told_as_if_the_worker_had_suffered_it(string language, string first) => Assert.All(Content.Domain.Taxonomy.Leaves, leaf =>
        Assert.DoesNotMatch(new Regex(first, RegexOptions.IgnoreCase), At(language, "harms/" + leaf.Id)));

    // What somebody fears is never handed over, so no worker reads its label.
    [Fact]
    public void No_label_or_value_speaks_to_the_person_concerned() => Assert.All(
        SummaryText.Keys.Where(key => key != "fields/fears" && !key.StartsWith("fields/group.", StringComparison.Ordinal)).Concat(Enumerable.Range(1, 13).Select(g => $"common/g{g}")),
        key => Assert.DoesNotMatch(new Regex(@"\b(I|my|you|your)\b", RegexOptions.IgnoreCase), At("en", key)));

    [Fact]
    public void A_case_at_the_desk_is_read_in_the_desks_words()
    {
        using var projection = JsonDocument.Parse("""
            {"schema":"remedybot.case-summary/1","id":"RB-ABCDEFGHIJ","created":"2026-11-22","harms":[{"leaf":"sec.account","primary":true}],"perpetrator":{"known":"known"}}
            """);
        var lines = DeskSummary.Of(projection.RootElement, Content, "en");
        Assert.Contains(("What happened", "Account taken over"), lines);
        Assert.Contains(lines, line => line.Label == "Is it known who did this");
    }

    [Theory]
    [InlineData("en", "Arabic, Tigrinya")]
    [InlineData("es", "árabe, tigriña")]
    public void Languages_are_named_in_the_desks(string desk, string names)
    {
        using var projection = JsonDocument.Parse("""
            {"schema":"remedybot.case-summary/1","id":"RB-ABCDEFGHIJ","created":"2026-11-22","person":{"languages":["ar","ti"]}}
            """);
        Assert.Contains(names, DeskSummary.Of(projection.RootElement, Content, desk).Select(line => line.Value));
    }

    private static string At(string language, string key) => Content.Localizer.Catalog.Render(language, DeskWording.KeyOf(key, Content.Localizer.Catalog));
}
