using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

public sealed class NegationTests
{
    [Theory]
    [InlineData("nobody has my password")]
    [InlineData("no one has my password")]
    [InlineData("I am not in danger")]
    [InlineData("I'm not really in any danger")]
    [InlineData("he is not going to kill me")]
    [InlineData("no estoy en peligro")]
    [InlineData("no me va a matar")]
    [InlineData("nadie tiene mi contraseña")]
    [InlineData("je ne suis pas en danger")]
    [InlineData("il n'a pas d'arme")]
    [InlineData("não estou em perigo")]
    [InlineData("لست في خطر")]
    [InlineData("I was never arrested")]
    public void A_not_that_directly_governs_cancels(string text) => Assert.Empty(TheLists.Finder.Find(text));

    [Theory]
    [InlineData("no, he has a gun")]
    [InlineData("no he has a gun")]
    [InlineData("he will not stop, he is going to kill me")]
    [InlineData("I do not know what to do. He is going to kill me")]
    [InlineData("he won't hesitate to kill me")]
    [InlineData("no sé qué hacer me va a matar")]
    [InlineData("je ne sais pas quoi faire il va me tuer")]
    [InlineData("he said that he would kill me")]
    [InlineData("if he finds me he might kill me")]
    [InlineData("I never thought he would kill me but now I do")]
    [InlineData("je ne me sens pas en sécurité")]
    public void A_not_further_away_or_a_report_cancels_nothing(string text) => Assert.Contains(Signal.Danger, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("I don't want to live")]
    [InlineData("I do not want to kill myself but I might")]
    [InlineData("no quiero vivir")]
    [InlineData("je ne veux plus vivre")]
    [InlineData("não quero viver")]
    [InlineData("لا أريد أن أعيش")]
    public void A_not_never_cancels_selfharm(string text) => Assert.Contains(Signal.SelfHarm, TheLists.Finder.Find(text));

    [Theory]
    [InlineData("tenho dezessete. km")]
    [InlineData("tenho dezessete.\nKM de casa")]
    public void What_follows_a_full_stop_cancels_nothing(string text) => Assert.Contains(Signal.Minor, TheLists.Finder.Find(text));

    [Fact]
    public void A_distance_is_no_age() => Assert.Empty(TheLists.Finder.Find("tenho dezessete km"));
}
