using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels;

public sealed class AppStatusTests
{
    private readonly AppStatus _status = new(TimeProvider.System);

    [Fact]
    public void What_comes_in_says_nothing_about_what_goes_out()
    {
        _status.CannotSend("whatsapp", "the token is not good");
        _status.Hears("whatsapp");
        _status.Stumbles("whatsapp", "they do not arrive");
        Assert.StartsWith("whatsapp: the token is not good", Assert.Single(_status.Problems), StringComparison.Ordinal);
        _status.Sends("whatsapp");
        Assert.Empty(_status.Problems);
    }

    [Fact]
    public void What_goes_out_says_nothing_about_what_comes_in()
    {
        _status.CannotHear("telegram", "another program asks");
        _status.Sends("telegram");
        Assert.StartsWith("telegram: another program asks", Assert.Single(_status.Problems), StringComparison.Ordinal);
        _status.Hears("telegram");
        Assert.StartsWith("telegram: configured, last success within 5 minutes", Assert.Single(_status.Standings), StringComparison.Ordinal);
    }
}
