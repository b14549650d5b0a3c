using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

public sealed class MixedWritingTests
{
    [Theory]
    [InlineData("mi novio dice he's gonna kill me si lo dejo")]
    [InlineData("Il m'a dit I will find you and kill you, j'ai trop peur")]
    [InlineData("he is outside my house, tengo mucho miedo")]
    [InlineData("ana khayfa, my husband معه سكين")]
    [InlineData("ele falou que vai me matar, please help")]
    [InlineData("wallah he has a gun w ana ma ba3ref shou a3mel")]
    public void Notices_danger_where_languages_are_mixed(string text) => Assert.Contains(Signal.Danger, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("je suis trop mal, I just want to die frr")]
    [InlineData("ya no puedo más, kms lol")]
    [InlineData("tbh بدي موت")]
    [InlineData("não aguento mais, i want to end it all")]
    public void Notices_selfharm_where_languages_are_mixed(string text) => Assert.Contains(Signal.SelfHarm, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("I'm from Beirut, 3omri 15 and he has my pics")]
    [InlineData("tengo 14 years old")]
    [InlineData("mon ex a mes nudes and im only sixteen")]
    [InlineData("عمري 13 and he wants more photos")]
    public void Notices_minors_where_languages_are_mixed(string text) => Assert.Contains(Signal.Minor, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("I WANT TO KILL MYSELF")]
    [InlineData("i want 2 kiiilllll myselffff")]
    [InlineData("i want to k1ll mys3lf")]
    [InlineData("i want to k*ll myself")]
    [InlineData("k.m.s")]
    [InlineData("i feel s u i c i d a l")]
    [InlineData("im so suicdal")]
    [InlineData("i’m suicidal")]
    [InlineData("ｓｕｉｃｉｄｅ")]
    [InlineData("su\u200Bici\u00ADde")]
    [InlineData("s\u0336u\u0336i\u0336c\u0336i\u0336d\u0336e\u0336")]
    [InlineData("𝐬𝐮𝐢𝐜𝐢𝐝𝐞")]
    [InlineData("pense au suicíde")]
    public void Sees_through_ways_of_writing(string text) => Assert.Contains(Signal.SelfHarm, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("سيقتلني")]
    [InlineData("هَدَّدَنِي بِالقَتْلِ")]
    [InlineData("هددني بالقتــــل")]
    [InlineData("وهددني بالقتل")]
    [InlineData("يهددنى بالقتل")]
    [InlineData("هددني و بالقتل")]
    public void Sees_through_variants_of_arabic(string text) => Assert.Contains(Signal.Danger, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("im 14")]
    [InlineData("i am １４")]
    [InlineData("im14")]
    [InlineData("14yo girl")]
    [InlineData("tengo ۱۴ años")]
    [InlineData("j'ai १४ ans")]
    [InlineData("عمري ١٤")]
    public void Reads_ages_in_any_digits(string text) => Assert.Contains(Signal.Minor, TheLists.Finder.Find(text));

    [Theory]
    [InlineData(5, true)]
    [InlineData(17, true)]
    [InlineData(18, false)]
    [InlineData(4, false)]
    [InlineData(71, false)]
    public void Takes_ages_from_five_to_seventeen_as_a_minors(int age, bool minor)
    {
        foreach (var text in new[] { $"i am {age}", $"tengo {age} años", $"j'ai {age} ans", $"tenho {age} anos", $"عمري {age} سنة" })
            Assert.Equal(minor, TheLists.Finder.Find(text).Contains(Signal.Minor));
    }
}
