using FsCheck.Xunit;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Tests.Localization.Matching;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("SÍ", "si")]
    [InlineData("  Puedo  entrar. ", "puedo entrar")]
    [InlineData("O’Neil", "oneil")]
    [InlineData("DIYARBAKIR", "diyarbakir")]
    [InlineData("Diyarbakır", "diyarbakir")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("إِسْبَانِيَا", "اسبانيا")]
    [InlineData("مكتبـــة", "مكتبه")]
    [InlineData("كي", "كي")]
    [InlineData("کی", "كي")]
    [InlineData("على", "علي")]
    [InlineData("٢", "2")]
    [InlineData("२", "2")]
    [InlineData("Ｆｕｌｌ", "full")]
    [InlineData("Straße", "strasse")]
    [InlineData("הַמָּקוֹם", "המקום")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("?!…", "")]
    public void Folds(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));

    [Property(MaxTest = 1000)]
    public bool Folding_twice_changes_nothing(string? text) => Folding.Fold(Folding.Fold(text ?? "")) == Folding.Fold(text ?? "");

    [Property(MaxTest = 1000)]
    public bool Folding_any_characters_twice_changes_nothing(char[]? letters)
    {
        var text = new string(letters ?? []);
        return Folding.Fold(Folding.Fold(text)) == Folding.Fold(text);
    }

    [Fact]
    public void Folding_each_single_character_twice_changes_nothing() =>
        Assert.All(Enumerable.Range(0, 0xFFFF), c => Assert.Equal(Folding.Fold(((char)c).ToString()), Folding.Fold(Folding.Fold(((char)c).ToString()))));
}
