using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

public sealed class WebhookReaderTests
{
    private const string Number = "106540352242922";

    private static WhatsAppReading? Read(params JsonObject[] messages) => WebhookReader.Read(Encoding.UTF8.GetBytes(AWebhook.Of(Number, messages).ToJsonString()), Number);

    [Fact]
    public void Words_are_read_with_who_when_and_which()
    {
        var one = Assert.Single(Read(AWebhook.Text("16315551181", "wamid.A", 1_764_238_453, "hello"))!.Messages);
        Assert.Equal(("16315551181", "wamid.A", "hello", false, false, false), (one.Person, one.Id, one.Text, one.Tapped, one.Unreadable, one.Begins));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_764_238_453), one.At);
    }

    [Fact]
    public void The_id_that_WhatsApp_made_for_us_goes_before_the_number()
    {
        var message = AWebhook.Text("16315551181", "wamid.A", 1, "hello");
        message["from_user_id"] = "US.13491208655302741918";
        Assert.Equal("US.13491208655302741918", Assert.Single(Read(message)!.Messages).Person);
        message.Remove("from");
        Assert.Equal("US.13491208655302741918", Assert.Single(Read(message)!.Messages).Person);
    }

    [Fact]
    public void Taps_bring_what_their_button_carries()
    {
        var read = Read(AWebhook.Button("1", "wamid.A", 1, "12.yes", "Yes"), AWebhook.Row("1", "wamid.B", 2, "13.fr", "Français"))!.Messages;
        Assert.All(read, m => Assert.True(m.Tapped));
        Assert.Equal(["12.yes", "13.fr"], read.Select(m => m.Text));
    }

    [Fact]
    public void The_order_is_that_of_sending_whatever_the_order_of_telling()
    {
        var read = Read(AWebhook.Text("1", "wamid.B", 20, "second"), AWebhook.Text("1", "wamid.A", 10, "first"), AWebhook.Text("1", "wamid.C", 20, "third"))!.Messages;
        Assert.Equal(["first", "second", "third"], read.Select(m => m.Text));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("document")]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("contacts")]
    [InlineData("order")]
    [InlineData("unsupported")]
    [InlineData("something_new")]
    public void What_is_no_words_is_told_so_and_a_caption_is_kept(string type)
    {
        var bare = AWebhook.Of("1", "wamid.A", 1, type, new JsonObject { ["id"] = "media-id", ["mime_type"] = "image/jpeg" });
        Assert.Equal((true, null), Assert.Single(Read(bare)!.Messages) is var one ? (one.Unreadable, one.Text) : default);
        var named = AWebhook.Of("1", "wamid.A", 1, type, new JsonObject { ["id"] = "media-id", ["caption"] = "this is it" });
        Assert.Equal((true, "this is it"), Assert.Single(Read(named)!.Messages) is var other ? (other.Unreadable, other.Text) : default);
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("system")]
    [InlineData("ephemeral")]
    public void What_needs_no_answer_gets_none(string type) => Assert.Empty(Read(AWebhook.Of("1", "wamid.A", 1, type, []))!.Messages);

    [Fact]
    public void Nothing_is_answered_in_a_group()
    {
        var message = AWebhook.Text("1", "wamid.A", 1, "hello");
        message["group_id"] = "group";
        Assert.Empty(Read(message)!.Messages);
    }

    [Fact]
    public void The_templates_button_and_an_opened_chat_show_the_question()
    {
        var read = Read(AWebhook.Of("1", "wamid.A", 1, "button", new JsonObject { ["text"] = "Go on", ["payload"] = "go" }), AWebhook.Of("1", "wamid.B", 2, "request_welcome", []))!.Messages;
        Assert.All(read, m => Assert.True(m.Begins && !m.Unreadable));
    }

    [Fact]
    public void Another_number_of_the_business_is_none_of_ours() =>
        Assert.Empty(WebhookReader.Read(Encoding.UTF8.GetBytes(AWebhook.Of("999", AWebhook.Text("1", "wamid.A", 1, "hello")).ToJsonString()), Number)!.Messages);

    [Fact]
    public void Failures_tell_their_codes_and_whom_they_concern_and_good_statuses_tell_nothing()
    {
        var body = AWebhook.Of(Number);
        body["entry"]![0]!["changes"]![0]!["value"]!["statuses"] = new JsonArray(
            new JsonObject { ["id"] = "wamid.X", ["status"] = "delivered", ["recipient_id"] = "1" },
            new JsonObject { ["id"] = "wamid.Y", ["status"] = "failed", ["recipient_id"] = "1", ["errors"] = new JsonArray(new JsonObject { ["code"] = 131047, ["title"] = "Re-engagement message" }) },
            new JsonObject { ["id"] = "wamid.Z", ["status"] = "failed", ["recipient_id"] = "2", ["recipient_user_id"] = "US.2", ["errors"] = new JsonArray(new JsonObject { ["code"] = 131026 }) },
            new JsonObject { ["id"] = "wamid.G", ["status"] = "failed", ["recipient_id"] = "3", ["recipient_type"] = "group", ["errors"] = new JsonArray(new JsonObject { ["code"] = 131026 }) });
        body["entry"]![0]!["changes"]![0]!["value"]!["errors"] = new JsonArray(new JsonObject { ["code"] = 190 });
        var read = WebhookReader.Read(Encoding.UTF8.GetBytes(body.ToJsonString()), Number)!;
        Assert.Equal(new WhatsAppFailure[] { new(190, null), new(131047, "1") { Message = "wamid.Y" }, new(131026, "US.2") { Message = "wamid.Z" }, new(131026, null) { Message = "wamid.G" } }, read.Failures);
        Assert.Empty(read.Messages);
    }

    [Fact]
    public void Wrong_types_are_passed_over_or_refused_and_break_nothing()
    {
        foreach (var field in (string[])["from", "id", "timestamp", "type", "text", "interactive", "group_id"])
        {
            foreach (var value in (string[])["7", "true", "[]", "{}", "null", "\"\"", "[[[]]]", "\"\\ud800\"", "1e400"])
            {
                var message = AWebhook.Text("1", "wamid.A", 1, "hello").ToJsonString();
                var start = message.IndexOf('{', StringComparison.Ordinal) + 1;
                var body = AWebhook.Of(Number, new JsonObject()).ToJsonString().Replace("[{}]", $"[{{{message[start..^1]},\"{field}\":{value}}}]", StringComparison.Ordinal);
                Assert.True(WebhookReader.Read(Encoding.UTF8.GetBytes(body), Number) is null or { Messages.Count: <= 1 }, field + value);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"object":"page","entry":[]}""")]
    [InlineData("""{"object":"whatsapp_business_account"}""")]
    public void Another_body_is_refused(string body) => Assert.Null(WebhookReader.Read(Encoding.UTF8.GetBytes(body), Number));

    [Fact]
    public void A_signature_holds_for_its_body_and_no_other()
    {
        var body = "{\"object\":1}"u8.ToArray();
        var header = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("the-secret"u8, body));
        Assert.True(HubSignature.Holds(header, body, "the-secret"));
        Assert.False(HubSignature.Holds(header, "{\"object\":2}"u8, "the-secret"));
        Assert.False(HubSignature.Holds(header, body, "another"));
        Assert.False(HubSignature.Holds(header, body, ""));
        foreach (var wrong in (string?[])[null, "", "sha256=", header[7..], header[..^1], header + "0", "sha1=" + header[7..], "sha256=" + new string('g', 64)])
            Assert.False(HubSignature.Holds(wrong, body, "the-secret"), wrong);
    }
}
