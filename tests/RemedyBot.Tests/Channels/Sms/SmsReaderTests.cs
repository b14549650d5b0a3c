using System.Text;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Tests.Channels.Sms;

/// <summary>Calls as gateways document them, each told by settings alone.</summary>
public sealed class SmsReaderTests
{
    private const string Secret = "a-secret-of-sixteen-letters";
    private const string Json = "application/json; charset=utf-8";
    private const string Form = "application/x-www-form-urlencoded";

    private static IReadOnlyList<SmsMessage>? Read(SmsWebhook webhook, string type, string body) => SmsReader.Read(webhook with { Secret = Secret }, type, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void A_form_with_names_of_its_own()
    {
        var webhook = new SmsWebhook { From = "From", Text = "Body", Id = "MessageSid", Media = "NumMedia" };
        var one = Assert.Single(Read(webhook, Form, "MessageSid=SM1&From=%2B14255550182&Body=I+need+help+%C3%A9&NumMedia=0&To=%2B1")!);
        Assert.Equal(("14255550182", "I need help é", "SM1", false), (one.Number, one.Text, one.Id, one.Media));
        Assert.True(Assert.Single(Read(webhook, Form, "MessageSid=SM2&From=%2B14255550182&Body=&NumMedia=1")!).Media);
    }

    [Fact]
    public void One_message_as_json()
    {
        var one = Assert.Single(Read(new() { From = "msisdn", Id = "messageId" }, Json, """{"msisdn":"447700900001","to":"447700900000","messageId":"0A1","text":"2","type":"text"}""")!);
        Assert.Equal(("447700900001", "2", "0A1"), (one.Number, one.Text, one.Id));
    }

    [Fact]
    public void Several_messages_within_a_list()
    {
        var webhook = new SmsWebhook { List = "results", From = "from", Text = "message.text", Id = "messageId" };
        var read = Read(webhook, Json, """{"results":[{"from":"41793026727","messageId":"a","message":{"text":"one"}},{"from":"41793026728","messageId":"b","message":{"text":"two"}}],"messageCount":2}""")!;
        Assert.Equal(["one", "two"], read.Select(m => m.Text));
    }

    [Fact]
    public void A_time_stands_in_for_an_id()
    {
        var webhook = new SmsWebhook { Id = null, Time = "at" };
        SmsMessage At(string time, string text = "1") => Assert.Single(Read(webhook, Json, $$"""{"from":"4915112345678","text":"{{text}}","at":"{{time}}"}""")!);
        Assert.Equal(At("10:00:01").Id, At("10:00:01").Id);
        Assert.NotEqual(At("10:00:01").Id, At("10:00:09").Id);
        Assert.NotEqual(At("10:00:01").Id, At("10:00:01", "2").Id);
        Assert.DoesNotContain("4915112345678", At("10:00:01").Id, StringComparison.Ordinal);
        Assert.NotEqual(At("10:00:01").Id, Assert.Single(SmsReader.Read(webhook with { Secret = "another-secret-of-another" }, Json, """{"from":"4915112345678","text":"1","at":"10:00:01"}"""u8.ToArray())!).Id);
    }

    [Theory]
    [InlineData("+49 151 1234-5678", "4915112345678")]
    [InlineData("4915112345678", "4915112345678")]
    [InlineData("(030) 123.4567", "0301234567")]
    public void A_number_is_the_same_however_it_is_written(string written, string digits) => Assert.Equal(digits, SmsReader.Digits(written));

    [Theory]
    [InlineData("BANK")]
    [InlineData("22333")]
    [InlineData("+49151123456789012")]
    [InlineData("٠١٢٣٤٥٦٧٨")]
    [InlineData("49151'; DROP")]
    public void Who_is_no_phone_number_is_passed_over(string from) => Assert.Empty(Read(new(), Json, $$"""{"from":"{{from}}","text":"x","id":"1"}""")!);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"from":"4915112345678","text":"\ud800"}""")]
    [InlineData("""{"from":[],"text":"x"}""")]
    [InlineData("""{"from":null,"text":"x"}""")]
    public void What_is_no_message_is_refused(string body) => Assert.Null(Read(new(), Json, body));

    [Fact]
    public void What_is_too_much_is_refused()
    {
        Assert.Null(Read(new(), Json, new string('[', 40) + new string(']', 40)));
        Assert.Null(Assert.Single(Read(new(), Json, $$"""{"from":"4915112345678","text":"{{new string('x', 5000)}}","id":"1"}""")!).Text);
        Assert.Null(Read(new(), Json, $$"""{"from":"4915112345678","text":"x","id":"{{new string('x', 5000)}}"}"""));
        Assert.Null(Read(new() { List = "m" }, Json, $$"""{"m":[{{string.Join(',', Enumerable.Repeat("""{"from":"4915112345678","text":"x"}""", 101))}}]}"""));
    }
}
