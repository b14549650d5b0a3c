using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Routes;

namespace RemedyBot.Tests.Remedy;

public class RouteTests
{
    /// <summary>Enumerates every short number again: a new version of the library shows up here, not on a person's screen.</summary>
    [Fact]
    public void The_emergency_file_is_what_facts_and_library_make_of_it()
    {
        var made = EmergencyFile.Text();
        if (Environment.GetEnvironmentVariable("REMEDYBOT_UPDATE") == "1")
            File.WriteAllText(Content.Path(EmergencyFile.Shown), made);
        Assert.Equal(made, Content.Text(EmergencyFile.Shown));
    }

    [Fact]
    public void Every_country_has_a_card_and_nothing_is_shown_that_the_library_does_not_know()
    {
        Assert.Equal(250, EmergencyFile.Facts.Countries.Distinct().Count());
        foreach (var country in EmergencyFile.Facts.Countries)
        {
            var card = Content.Routes.Emergency(country)!;
            Assert.Equal((country, "emergency", null), (card.Country, card.Kind, card.Verified));
            Assert.Contains("unverified", card.Warnings);
            Assert.All(card.Numbers, n => Assert.Contains(n.Number, EmergencyFile.Enumerated[country]));
            Assert.True(card.Numbers.Count > 0 || (card.Links.Count > 0 && card.Warnings.Contains("how_to_find")), country);
        }
    }

    /// <summary>The routes page says of each: show nothing but the directory link until checked.</summary>
    [Fact]
    public void Where_sources_disagree_neither_a_number_nor_112_is_stated() => Assert.All(EmergencyFile.Facts.Disputed, country =>
    {
        Assert.Empty(Content.Routes.Emergency(country)!.Numbers);
        Assert.False(Content.Routes.Place112(country), country);
    });

    [Theory]
    [InlineData("ES", false)]
    [InlineData("JP", false)]
    [InlineData("SY", false)]
    [InlineData("CD", true)]
    [InlineData("AF", true)]
    [InlineData("MW", true)]
    [InlineData("TW", true)]
    public void Knows_where_only_a_part_of_the_numbers_is_known(string country, bool part) => Assert.Equal(part, Content.Routes.Emergency(country)!.IsPart);

    [Fact]
    public void Names_a_helpline_first_where_the_facts_say_so() =>
        Assert.Equal(EmergencyFile.Facts.HelplineFirst, EmergencyFile.Facts.Countries.Where(c => Content.Routes.Emergency(c)!.HelplineFirst));

    [Theory]
    [InlineData("ES", "112 emergency")]
    [InlineData("GB", "999 emergency, 112 emergency")]
    [InlineData("BR", "190 police, 192 ambulance, 193 fire")]
    [InlineData("PE", "105 police, 116 fire")]
    [InlineData("KG", "102 police, 103 ambulance, 101 fire")]
    [InlineData("AI", "911 emergency")]
    [InlineData("RU", "")]
    [InlineData("NG", "")]
    [InlineData("SY", "")]
    [InlineData("AQ", "")]
    public void Shows_what_the_rule_gives(string country, string numbers) =>
        Assert.Equal(numbers, string.Join(", ", Content.Routes.Emergency(country)!.Numbers.Select(n => $"{n.Number} {n.Label}")));

    [Theory]
    [InlineData("ES", true)]
    [InlineData("RU", true)]
    [InlineData("US", true)]
    [InlineData("SN", false)]
    [InlineData("JP", false)]
    [InlineData("SY", false)]
    [InlineData("AO", false)]
    [InlineData("XX", false)]
    [InlineData(null, false)]
    public void Knows_where_112_works(string? country, bool works) => Assert.Equal(works, Content.Routes.Place112(country));

    [Fact]
    public void Sends_no_adult_to_lines_for_children() =>
        Assert.DoesNotContain(Content.Routes.Suggested(["adm.public-service"], "BR"), r => r.Kind == "child_helpline");

    [Fact]
    public void Sends_people_to_directories_and_to_the_two_image_services()
    {
        Assert.Equal("hl.g.findahelpline", Content.Routes.Crisis("ES")[0].Id);
        Assert.Equal("hl.g.chi", Content.Routes.Child(null)[0].Id);
        Assert.Equal(("hash_service", "https://takeitdown.ncmec.org"), Of("plt.hash-minor"));
        Assert.Equal(("hash_service", "https://stopncii.org"), Of("plt.hash-adult"));
        Assert.Equal("digital_security", Content.Routes.OfKind("digital_security", "KE")[0].Kind);
        static (string, string) Of(string id) => (Content.Routes.Find(id)!.Kind, Content.Routes.Find(id)!.Links[0]);
    }

    [Fact]
    public void First_hour_cards_follow_the_harms()
    {
        Assert.Equal(["fh.dox", "fh.ncii"], Content.Routes.FirstHour(["priv.doxxing", "ibsa.ncii", "ibsa.covert"]).Select(r => r.Id));
        Assert.Empty(Content.Routes.FirstHour([]));
    }

    [Fact]
    public void Every_route_has_a_source_and_a_day_and_unchecked_ones_say_so() => Assert.All(Content.Routes.All, r =>
    {
        Assert.NotEmpty(r.Source);
        Assert.True(r.SourceDate > new DateOnly(2026, 1, 1));
        Assert.True(r.Verified is not null || r.Kind == "self_help" || r.Warnings.Contains("unverified"), r.Id);
    });

    [Theory]
    [InlineData("format: 1\ndate: 2026-11-22\nsource: x\nroutes: [{id: a, kind: magic}]", "magic")]
    [InlineData("format: 1\ndate: 2026-11-22\nsource: x\nroutes: [{id: a, kind: crisis, links: ['http://x']}]", "https")]
    [InlineData("format: 1\ndate: soon\nsource: x\nroutes: []", "day")]
    [InlineData("format: 1\ndate: 2026-11-22\nroutes: [{id: a, kind: crisis}]", "source")]
    [InlineData("format: 1\ndate: 2026-11-22\nsource: x\nroutes: [{id: a, kind: crisis, numbers: [{number: '1', label: boss}]}]", "boss")]
    public void A_broken_file_says_what_is_wrong(string text, string part) =>
        Assert.Contains(part, Assert.Throws<ContentException>(() => RouteReader.Read([("r.yaml", text)])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("works_112: maybe", "routes[1].works_112")]
    [InlineData("nmae: Somebody", "routes[1].nmae")]
    [InlineData("links: {a: b}", "routes[1].links")]
    [InlineData("id: again", "")]
    public void A_key_that_cannot_be_read_is_told_with_its_line(string wrong, string part)
    {
        var text = $"""
            version: 2026-11-22
            date: 2026-11-22
            source: somebody
            routes:
            - id: a
              kind: self_help
            - id: b
              kind: self_help
              {wrong}
            """;

        var told = Assert.Throws<ContentException>(() => RouteReader.Read([("r.yaml", text)]));

        Assert.Equal(9, told.Line);
        Assert.Contains(part, told.Message, StringComparison.Ordinal);
    }
}
