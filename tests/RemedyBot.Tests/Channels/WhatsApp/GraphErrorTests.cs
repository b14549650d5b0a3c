using RemedyBot.Channels.Apps;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>Codes from the Cloud API's list of errors.</summary>
public sealed class GraphErrorTests
{
    [Theory]
    [InlineData(130429, SendResult.TryAgain, false)]
    [InlineData(131056, SendResult.TryAgain, false)]
    [InlineData(4, SendResult.TryAgain, true)]
    [InlineData(80007, SendResult.TryAgain, true)]
    [InlineData(131016, SendResult.TryAgain, false)]
    [InlineData(131000, SendResult.Uncertain, false)]
    [InlineData(2, SendResult.Uncertain, false)]
    [InlineData(131047, SendResult.Refused, false)]
    [InlineData(131026, SendResult.Refused, false)]
    [InlineData(190, SendResult.Refused, true)]
    [InlineData(10, SendResult.Refused, true)]
    [InlineData(200, SendResult.Refused, true)]
    [InlineData(100, SendResult.Refused, true)]
    [InlineData(132001, SendResult.Refused, true)]
    [InlineData(131042, SendResult.Refused, true)]
    [InlineData(368, SendResult.Refused, true)]
    [InlineData(999_999, SendResult.Refused, false)]
    public void Each_code_leads_to_trying_again_or_to_stopping(int code, SendResult result, bool told)
    {
        var error = GraphError.Of(code);
        Assert.Equal(result, error.Sending.Result);
        Assert.Equal(told, error.Problem is not null);
        if (result is SendResult.TryAgain)
            Assert.True(error.Sending.After > TimeSpan.Zero);
    }
}
