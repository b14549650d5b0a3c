using FsCheck.Xunit;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Tests.Localization.Matching;

public sealed class ChoiceReaderTests
{
    private static readonly ChoiceReader Reader = ShippedContent.Localizer.Choices;

    private static readonly Offer[] Harms =
    [
        new("ibsa.threat", ["Someone threatens to share images", "Alguien amenaza con difundir imágenes"]),
        new("account.takeover", ["Lost access, or changed", "Perdí el acceso, o cambió", "لا أستطيع الدخول"]),
        new("harass.other", ["Insults", "Insultos", "Insultes", "إهانات"]),
        new("unknown", ["Not sure", "No estoy segura"]),
    ];

    private static readonly Offer[] YesNo = [new("yes", ["Yes", "Sí", "Oui", "Sim", "نعم"]), new("no", ["No", "Non", "Não", "لا"]), new("unknown", ["Not sure"])];

    [Theory]
    [InlineData("ibsa.threat", "ibsa.threat")]
    [InlineData("IBSA.THREAT", "ibsa.threat")]
    [InlineData("3", "harass.other")]
    [InlineData("٣", "harass.other")]
    [InlineData("३", "harass.other")]
    [InlineData("3.", "harass.other")]
    [InlineData("(3)", "harass.other")]
    [InlineData("option 3", "harass.other")]
    [InlineData("el tres", "harass.other")]
    [InlineData("the third one please", null)]
    [InlineData("the third please", "harass.other")]
    [InlineData("insultos", "harass.other")]
    [InlineData("اهانات", "harass.other")]
    [InlineData("lost access, or changed", "account.takeover")]
    [InlineData("perdi el acceso o cambio", "account.takeover")]
    [InlineData("Insutls", "harass.other")]
    [InlineData("someone threatens", "ibsa.threat")]
    [InlineData("someone", "ibsa.threat")]
    [InlineData("no sé", "unknown")]
    [InlineData("9", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("\u22121", null)]
    [InlineData("- 1", "ibsa.threat")]
    [InlineData("", null)]
    [InlineData("?", null)]
    [InlineData("my sister insults me", null)]
    [InlineData("insults, not sure", null)]
    public void Reads_one(string text, string? value) => Assert.Equal(value, Value(Reader.Read(text, Harms)));

    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("Sí.", "yes")]
    [InlineData("yeah", "yes")]
    [InlineData("ouais", "yes")]
    [InlineData("أيوه", "yes")]
    [InlineData("nope", "no")]
    [InlineData("pas du tout", "no")]
    [InlineData("maybe", "unknown")]
    [InlineData("talvez", "unknown")]
    [InlineData("1", "yes")]
    [InlineData("not", null)]
    [InlineData("no one knows", null)]
    [InlineData("no one", "no")]
    [InlineData("No-one!", "no")]
    [InlineData("nobody", "no")]
    [InlineData("a nadie", "no")]
    [InlineData("à personne", "no")]
    [InlineData("ninguém", "no")]
    [InlineData("لا أحد", "no")]
    [InlineData("no 1", null)]
    [InlineData("yes but he has my phone", null)]
    public void Reads_yes_and_no(string text, string? value) => Assert.Equal(value, Value(Reader.Read(text, YesNo)));

    [Theory]
    [InlineData("ibsa.threat, harass.other", "ibsa.threat harass.other")]
    [InlineData("1,3", "ibsa.threat harass.other")]
    [InlineData("١، ٣", "ibsa.threat harass.other")]
    [InlineData("1\n3", "ibsa.threat harass.other")]
    [InlineData("1 3", "ibsa.threat harass.other")]
    [InlineData("1 and 3", "ibsa.threat harass.other")]
    [InlineData("1 y 3", "ibsa.threat harass.other")]
    [InlineData("Insults, Lost access, or changed, 1", "harass.other account.takeover ibsa.threat")]
    [InlineData("insults, insultos", "harass.other")]
    [InlineData("insults", "harass.other")]
    [InlineData("insults, and 1", "harass.other ibsa.threat")]
    [InlineData("insults, something else entirely", null)]
    public void Reads_several(string text, string? values) => Assert.Equal(values, Value(Reader.Read(text, Harms, many: true)));

    [Theory]
    [InlineData("+ibsa.threat", "ibsa.threat")]
    [InlineData("+3", "harass.other")]
    [InlineData("+ Insults", "harass.other")]
    public void Reads_a_tap(string text, string value) =>
        Assert.Equal(new ChoiceResult.Toggle(value), Reader.Read(text, Harms, many: true));

    [Theory]
    [InlineData("done")]
    [InlineData("Listo")]
    [InlineData("C'est tout")]
    [InlineData("تم")]
    public void Reads_done(string text) => Assert.IsType<ChoiceResult.Done>(Reader.Read(text, Harms, many: true));

    [Fact]
    public void Reads_done_also_where_nothing_is_offered() => Assert.IsType<ChoiceResult.Done>(Reader.Read("done", [], many: true));

    [Fact]
    public void A_value_wins_over_a_title_and_a_title_over_a_number()
    {
        Offer[] offers = [new("a", ["b", "2"]), new("b", ["a"]), new("c", ["1"])];
        Assert.Equal("b", Value(Reader.Read("b", offers)));
        Assert.Equal("c", Value(Reader.Read("1", offers)));
        Assert.Equal("a", Value(Reader.Read("2", offers)));
    }

    [Fact]
    public void A_title_of_two_choices_is_the_one_of_the_conversations_language()
    {
        Offer[] offers = [new("x", ["Sale", "Vente"]), new("y", ["Exit", "Sale"])];
        Assert.Equal("x", Value(Reader.Read("sale", offers)));
        Assert.Null(Value(Reader.Read("sale", [new("x", ["Vente", "Sale"]), new("y", ["Exit", "Sale"])])));
    }

    [Fact]
    public void A_plus_where_one_is_asked_is_no_tap() => Assert.Equal("harass.other", Value(Reader.Read("+3", Harms)));

    [Property(MaxTest = 500)]
    public bool Never_throws_and_picks_only_what_is_offered(string? text, bool many) => Reader.Read(text ?? "", Harms, many) switch
    {
        ChoiceResult.Picked picked => picked.Values.Count > 0 && picked.Values.All(v => Harms.Any(h => h.Value == v)),
        ChoiceResult.Toggle toggle => Harms.Any(h => h.Value == toggle.Value),
        _ => true,
    };

    private static string? Value(ChoiceResult result) => result is ChoiceResult.Picked picked ? string.Join(' ', picked.Values) : null;
}
