using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;
using RemedyBot.Channels.Signal;
using RemedyBot.Channels.Sms;
using RemedyBot.Channels.Telegram;
using RemedyBot.Channels.WhatsApp;
using RemedyBot.Tests.Channels.WhatsApp;
using RemedyBot.Turns.Activities;

namespace RemedyBot.Tests.Channels;

/// <summary>Every message of every dialog, in every language, as it leaves: in the form that each platform takes, with its own limits, and nothing lost.</summary>
public sealed class AdapterWritersTests
{
    private const int LateTurn = 9_999_999;
    private const string Person = "15550000001";

    public static TheoryData<string> Connectors => [.. AServer.Content.Channels.Connector.Keys, "any"];

    [Fact]
    public void Telegram_gets_keyboards_that_it_takes() => Each("app:telegram", (message, _) =>
    {
        Assert.InRange(message.Text!.Length, 1, 4096);
        var actions = message.SuggestedActions?.Actions ?? [];
        var rows = TelegramKeyboard.Of(message.SuggestedActions, LateTurn)?.InlineKeyboard.Select(r => r.ToList()).ToList() ?? [];
        Assert.All(rows, row => Assert.InRange(row.Count, 1, 8));
        var buttons = rows.SelectMany(r => r).ToList();
        Assert.InRange(buttons.Count, 0, 100);
        Assert.All(buttons, b => Assert.InRange(Encoding.UTF8.GetByteCount(b.CallbackData!), 1, 64));
        Assert.Equal(actions.Select(a => (a.Title, ((int, string)?)(LateTurn, a.Value))), buttons.Select(b => (b.Text, Tap.Read(b.CallbackData))));
    });

    [Fact]
    public void WhatsApp_gets_buttons_and_lists_that_it_takes() => Each("app:whatsapp", (message, language) =>
    {
        var opener = AServer.Content.Localizer.Catalog.Render(language, "apps/choose");
        var json = JsonNode.Parse(MessageWriter.Message(Person, message, LateTurn, (AServer.Content.Channels.Apps["whatsapp"].Actions, opener)))!.AsObject();
        Assert.Empty(CloudMessage.Problems(json));
        Assert.Equal(message.Text, WithWhatsApp.Text(json));
        Assert.Equal((message.SuggestedActions?.Actions ?? []).Select(a => (Tap.Write(LateTurn, a.Value), a.Title)), WithWhatsApp.Taps(json));
    });

    [Fact]
    public void A_text_message_takes_no_more_parts_than_are_paid_for_and_says_all() => Each("app:sms", (message, _) =>
    {
        Assert.Null(message.SuggestedActions);
        var sent = Gsm7.Plain(message.Text!);
        Assert.InRange(SmsParts.Count(sent), 1, AServer.Content.Channels.Apps["sms"].Text);
        var values = new Dictionary<string, string> { ["text"] = sent, ["to"] = Person };
        Assert.Equal(sent, (string?)JsonNode.Parse(SmsTemplate.Json("""{"a":[{"text":"{text}","to":"{to}"}]}""", values))!["a"]![0]!["text"]);
        Assert.Equal(sent, Uri.UnescapeDataString(SmsTemplate.Pairs("to={to}&text={text}", values).Split("text=")[1]));
    });

    [Fact]
    public void Signal_gets_one_line_whose_text_becomes_no_file() => Each("app:signal", (message, _) =>
    {
        Assert.Null(message.SuggestedActions);
        var call = new SignalCalls(null).Send("1", Person, message.Text!);
        Assert.DoesNotContain((byte)'\n', call);
        var text = (string)JsonNode.Parse(call)!["params"]!["message"]!;
        Assert.Equal(message.Text, text);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 2000);
    });

    [Theory]
    [MemberData(nameof(Connectors))]
    public void A_Connector_gets_activities_that_its_channel_takes(string channel)
    {
        var limits = AServer.Content.Channels.Of(channel);
        var inbound = new Activity { Type = "message", Id = "1", ChannelId = channel, ServiceUrl = "https://smba.trafficmanager.net/emea/", Conversation = new() { Id = new string('c', 200) }, From = new() { Id = "person" }, Recipient = new() { Id = "bot", Name = "Bot" } };
        Each(channel, (message, _) =>
        {
            var wire = ActivityJson.Write(Replies.Addressed(message, inbound));
            var json = JsonNode.Parse(wire)!;
            Assert.Equal(message.Text, (string?)json["text"]);
            Assert.InRange(json["suggestedActions"]?["actions"]?.AsArray().Count ?? 0, 0, limits.Actions);
            if (channel == "msteams")
                Assert.InRange(Encoding.Unicode.GetByteCount(Encoding.UTF8.GetString(wire)), 1, 80 * 1024);
            Assert.True(wire.Length <= ActivityLimits.Body, "too long");
        });
    }

    /// <param name="check">What the platform asks of a message, and its language.</param>
    private static void Each(string channel, Action<Activity, string> check)
    {
        var limits = AServer.Content.Channels.Of(channel);
        var catalog = AServer.Content.Localizer.Catalog;
        var tried = 0;
        foreach (var (language, text, question) in EveryMessage.OfDialogs().Concat(EveryMessage.OfTexts()))
            foreach (var discreet in (bool[])[false, true])
            {
                var words = Shown.Words(catalog, language, discreet ? limits.FirstLine : null);
                var first = words.First;
                var shown = Layout.Of(text, language, question, limits, words);
                var aside = Layout.Of(catalog.Render(language, "apps/edited"), language, question with { Kind = "say", Choices = [], Wishes = [] }, limits, new("", first));
                // Alone, and joined with what is said before and after it in the same turn.
                foreach (var message in shown.Concat(Joined.Of([.. aside, .. shown, .. aside], limits, first)))
                {
                    check(message, language);
                    Assert.True(TextMeasure.Fits(message.Text!, message.SuggestedActions is null ? limits.Text : limits.WithActions, limits.Unit), $"{channel} {language}: too long");
                    tried++;
                }
                if (first is null)
                    Assert.Equal(
                        Words([.. aside, .. shown, .. aside]),
                        Words(Joined.Of([.. aside, .. shown, .. aside], limits, first)));
            }
        Assert.True(tried > 10_000, $"only {tried} messages");
    }

    private static string Words(IEnumerable<Activity> messages) => string.Join(' ', messages.SelectMany(m => m.Text!.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
}
