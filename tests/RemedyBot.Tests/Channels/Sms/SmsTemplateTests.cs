using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Tests.Channels.Sms;

public sealed class SmsTemplateTests
{
    private static Dictionary<string, string> With(string text) => new() { ["to"] = "+4915", ["text"] = text };

    [Property]
    public Property No_text_becomes_structure_of_json() => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>(), text =>
    {
        if (text.Get.Any(char.IsSurrogate))
            return true;
        using var json = JsonDocument.Parse(SmsTemplate.Json("""{"messages":[{"to":"{to}","body":"{text}","n":1}]}""", With(text.Get)));
        var message = json.RootElement.GetProperty("messages")[0];
        return message.GetProperty("body").GetString() == text.Get && message.EnumerateObject().Count() == 3;
    });

    [Fact]
    public void A_text_that_looks_like_a_placeholder_or_a_pair_stays_a_text()
    {
        Assert.Equal("""{"a":"{to} & \"x\""}""", SmsTemplate.Json("""{"a":"{text}"}""", With("{to} & \"x\"")));
        Assert.Equal("to=%2B4915&text=%7Bto%7D%26to%3D1%20%2B", SmsTemplate.Pairs("to={to}&text={text}", With("{to}&to=1 +")));
        Assert.Equal("https://g.example/%2B4915?t=a%2F..%2Fb", SmsTemplate.Address("https://g.example/{to}?t={text}", With("a/../b")));
    }

    [Fact]
    public void What_no_value_is_known_for_stays_as_it_is() => Assert.Equal("a {other} b {", SmsTemplate.Fill("a {other} b {", With("x")));
}
