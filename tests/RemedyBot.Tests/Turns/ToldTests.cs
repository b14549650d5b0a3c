using RemedyBot.Tests.Contract;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Turns;

public sealed class ToldTests
{
    private const string Words = "my ex posted my nude photos without my consent";

    [Fact]
    public void The_same_words_are_scored_once_a_turn()
    {
        var told = new Told(AChat.Content, "en");

        Assert.Same(told.Scored(Words), told.Scored(Words));
        Assert.NotSame(told.Scored(Words), told.Scored(Words + " again"));
    }

    [Fact]
    public void Nothing_of_it_outlives_the_turn() => Assert.NotSame(new Told(AChat.Content, "en").Scored(Words), new Told(AChat.Content, "en").Scored(Words));
}
