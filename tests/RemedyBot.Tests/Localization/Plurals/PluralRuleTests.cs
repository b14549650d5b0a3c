using RemedyBot.Localization.Plurals;

namespace RemedyBot.Tests.Localization.Plurals;

public sealed class PluralRuleTests
{
    private static readonly PluralTable Table = PluralTable.Load(ShippedContent.Files.Single(f => f.Path == "localization/plurals.json").Content);

    public static TheoryData<string, string> Oracle()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in OracleLines().Skip(2))
            rows.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Oracle))]
    public void Splits_numbers_as_make_plural_does(string language, string expected)
    {
        var samples = OracleLines()[1].Split('\t')[1].Split(' ').Select(long.Parse).ToArray();
        var rule = Table.Find(language)!;
        var letters = new Dictionary<int, char>();
        for (var i = 0; i < samples.Length; i++)
        {
            letters.TryAdd(rule.Form(samples[i]), expected[i]);
            Assert.Equal(letters[rule.Form(samples[i])], expected[i]);
        }

        Assert.Equal(letters.Count, letters.Values.Distinct().Count());
        Assert.True(rule.IsTotal());
    }

    [Fact]
    public void Knows_all_languages_of_CLDR() => Assert.Equal(224, Table.Languages.Count);

    [Theory]
    [InlineData("nplurals=2; plural=n>1?1:0;", 5, 1)]
    [InlineData("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", 21, 0)]
    [InlineData("nplurals=2; plural=!(n==1);", 1, 0)]
    [InlineData("nplurals=3; plural=n*2-1+4/2;", 0, 1)]
    [InlineData("nplurals=1; plural=0;", 77, 0)]
    public void Evaluates_C_expressions(string header, long number, int form) => Assert.Equal(form, PluralRule.Parse(header)!.Form(number));

    [Theory]
    [InlineData("")]
    [InlineData("nplurals=2;")]
    [InlineData("nplurals=2; plural=n>;")]
    [InlineData("nplurals=2; plural=system(1);")]
    [InlineData("nplurals=0; plural=0;")]
    [InlineData("nplurals=2; plural=(n>1;")]
    [InlineData("nplurals=2; plural=n>1) ;")]
    public void Refuses_what_is_no_rule(string header) => Assert.Null(PluralRule.Parse(header));

    [Fact]
    public void Refuses_a_rule_nested_without_end() =>
        Assert.Null(PluralRule.Parse($"nplurals=2; plural={new string('(', 900)}n{new string(')', 900)};"));

    [Fact]
    public void Takes_the_last_form_where_the_rule_points_outside()
    {
        var rule = PluralRule.Parse("nplurals=2; plural=n>1 ? 7 : 0;")!;
        Assert.Equal(1, rule.Form(5));
        Assert.False(rule.IsTotal());
    }

    [Fact]
    public void Accepts_what_tools_write_and_refuses_what_no_speaker_would()
    {
        Assert.True(Table.Accepts("pt", PluralRule.Parse("nplurals=2; plural=n > 1;")!));
        Assert.True(Table.Accepts("pt-BR", PluralRule.Parse("nplurals=2; plural=n != 1;")!));
        Assert.True(Table.Accepts("he", PluralRule.Parse("nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3);")!));
        Assert.False(Table.Accepts("ar", PluralRule.English));
    }

    private static string[] OracleLines()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "RemedyBot.sln")))
            root = root.Parent!;
        return File.ReadAllLines(Path.Combine(root.FullName, "tests/RemedyBot.Tests/Localization/Plurals/oracle.tsv"));
    }
}
