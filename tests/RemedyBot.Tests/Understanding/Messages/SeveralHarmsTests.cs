namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>What is offered beside the first harm; the dialog asks only about what scores as much as this.</summary>
public sealed class SeveralHarmsTests
{
    private const float Offered = 0.15f;

    [Theory]
    [InlineData("my ex hacked my instagram and then he posted my nudes on it", "sec.account", "ibsa.ncii")]
    [InlineData("someone posted my home address in a group and they call me a dirty jew", "priv.doxxing", "abuse.hate")]
    [InlineData("they insult me every single day and twitter does nothing when i report it", "abuse.harassment", "plat.inaction")]
    [InlineData("hay un perfil falso con mi nombre y ahi subieron mis fotos desnuda", "priv.impersonation", "ibsa.ncii")]
    public void Both_that_are_told_are_offered(string text, string one, string other)
    {
        var offered = TheModel.Reader.Suggest(text).Where(label => label.Score >= Offered).Take(3).Select(label => label.Harm).ToList();

        Assert.Contains(one, offered);
        Assert.Contains(other, offered);
    }

    [Theory]
    [InlineData("they hacked my instagram account")]
    [InlineData("my email was taken over last night and i am locked out of it")]
    [InlineData("they suspended my account without any reason and my appeal was refused")]
    public void Where_one_is_told_no_second_is_offered(string text) => Assert.Single(TheModel.Reader.Suggest(text), label => label.Score >= Offered);

    [Fact]
    public void What_the_whole_tells_first_stays_first()
    {
        const string text = "someone posted my home address in a group and they call me a dirty jew";

        Assert.Equal(TheModel.Reader.Read(text).Labels[0], TheModel.Reader.Suggest(text)[0]);
    }
}
