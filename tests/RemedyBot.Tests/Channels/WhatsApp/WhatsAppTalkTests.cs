using System.Text.Json.Nodes;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>A server and the Cloud API that it speaks to.</summary>
public sealed class BehindWhatsApp : IAsyncLifetime
{
    internal FakeGraph Graph { get; private set; } = null!;

    internal AServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await FakeGraph.Start();
        Server = await AServer.Start(settings => Graph.Behind(settings, ("template", "write_back"), ("templateLanguages", "en_US, es, ar")));
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Graph.DisposeAsync();
    }
}

public sealed class WhatsAppTalkTests(BehindWhatsApp both) : IClassFixture<BehindWhatsApp>
{
    private WithWhatsApp Somebody() => new(both.Graph, both.Server);

    [Fact]
    public async Task A_talk_goes_by_taps_and_words_within_what_the_platform_takes()
    {
        var person = Somebody();
        var greeting = await person.Say("hello");
        Assert.NotEmpty(WithWhatsApp.Taps(greeting[^1]));
        var asked = await person.Tap("en");
        Assert.Equal(3, WithWhatsApp.Taps(asked[^1]).Count);
        var device = await person.Tap("no");
        Assert.NotEqual(WithWhatsApp.Text(asked[^1]), WithWhatsApp.Text(device[^1]));
        await person.Say("2");
        await person.Say("adult");
        Assert.Contains(person.Sent, m => WithWhatsApp.Text(m).Contains("company", StringComparison.Ordinal));
        Assert.Empty(both.Graph.Wrong);
    }

    [Fact]
    public async Task Many_answers_become_a_list_and_too_long_ones_numbers()
    {
        var person = Somebody();
        foreach (var words in (string[])["hello", "en", "no", "no", "adult"])
            await person.Say(words);
        var harms = person.Sent[^1];
        Assert.Contains("1. ", WithWhatsApp.Text(harms), StringComparison.Ordinal);
        Assert.Equal("list", (string?)harms["interactive"]?["type"]);
        Assert.Equal("Answers", (string?)harms["interactive"]!["action"]!["button"]);
        Assert.Empty(both.Graph.Wrong);
    }

    [Fact]
    public async Task The_same_message_twice_is_answered_once()
    {
        var person = Somebody();
        await person.Say("hello");
        var message = person.TapOn("en");
        await person.Bring(message);
        var sent = person.Sent.Count;
        Assert.Equal(200, await person.Post(message));
        Assert.Equal(200, await person.Post(message, message));
        await Task.Delay(300);
        Assert.Equal(sent, person.Sent.Count);
    }

    [Fact]
    public async Task A_tap_on_an_older_question_answers_nothing()
    {
        var person = Somebody();
        await person.Say("hello");
        var danger = await person.Tap("en");
        var late = person.TapOn("no", danger[^1]);
        var device = await person.Tap("no");
        late["id"] = person.NewId();
        var again = await person.Bring(late);
        Assert.Equal(WithWhatsApp.Text(device[^1]), WithWhatsApp.Text(again[^1]));
    }

    [Fact]
    public async Task Several_in_one_call_are_taken_in_the_order_of_their_sending()
    {
        string[] before = ["hello", "en", "no", "no"];
        var (person, alone) = (Somebody(), Somebody());
        foreach (var words in before)
            await person.Say(words);
        var (first, second) = (AWebhook.Text(person.Person, person.NewId(), person.Now, "adult"), AWebhook.Text(person.Person, person.NewId(), person.Now + 1, "ibsa"));
        var sent = person.Sent.Count;
        Assert.Equal(200, await person.Post(second, first));
        var replies = await Settled.After(() => person.Sent, sent, 2, both.Server);
        foreach (var words in before.Append("adult"))
            await alone.Say(words);
        var next = await alone.Say("ibsa");
        Assert.Equal(WithWhatsApp.Text(next[^1]), WithWhatsApp.Text(replies[^1]));
    }

    [Fact]
    public async Task A_picture_is_refused_with_a_reason_and_its_caption_is_answered()
    {
        var person = Somebody();
        await person.Say("hello");
        var picture = AWebhook.Of(person.Person, person.NewId(), person.Now, "image", new JsonObject { ["id"] = "123", ["mime_type"] = "image/jpeg", ["caption"] = "en" });
        var replies = await person.Bring(picture, atLeast: 2);
        Assert.Contains(replies, m => WithWhatsApp.Text(m).Contains("Pictures are not kept", StringComparison.Ordinal));
        Assert.Contains("danger", WithWhatsApp.Text(replies[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_has_an_id_without_a_number_is_written_to_by_it()
    {
        var person = new WithWhatsApp(both.Graph, both.Server) { Person = "US.13491208655302741918" };
        var message = person.Words("hello");
        message.Remove("from");
        message["from_user_id"] = person.Person;
        var replies = await person.Bring(message);
        Assert.All(replies, m => Assert.Equal(person.Person, (string?)m["recipient"]));
        Assert.Empty(both.Graph.Wrong);
    }

    [Fact]
    public async Task After_a_day_only_the_template_goes_and_only_once()
    {
        var person = Somebody();
        var old = AWebhook.Text(person.Person, person.NewId(), person.Now - (25 * 3600), "hello");
        var invited = Assert.Single(await person.Bring(old));
        Assert.Equal(("template", "write_back", "en_US"), ((string?)invited["type"], (string?)invited["template"]!["name"], (string?)invited["template"]!["language"]!["code"]));
        Assert.Equal(200, await person.Post(AWebhook.Text(person.Person, person.NewId(), person.Now - (25 * 3600) + 1, "hello?")));
        await Task.Delay(300);
        Assert.Single(person.Sent);
        var shown = await person.Bring(AWebhook.Of(person.Person, person.NewId(), person.Now, "button", new JsonObject { ["text"] = "Go on", ["payload"] = "go" }));
        Assert.NotEmpty(WithWhatsApp.Taps(shown[^1]));
        Assert.Empty(both.Graph.Wrong);
    }

    [Fact]
    public async Task The_window_that_WhatsApp_knows_to_be_closed_brings_the_template_too()
    {
        var person = Somebody();
        both.Graph.Failures.Enqueue((400, GraphError.WindowClosed));
        var sent = await person.Say("hello");
        Assert.Equal("template", (string?)sent[0]["type"]);
    }

    [Theory]
    [InlineData(0, new[] { GraphError.WindowClosed, 130429, GraphError.WindowClosed })]
    [InlineData(25, new[] { 130429, 131056 })]
    public async Task A_template_that_did_not_go_is_tried_again_and_arrives_once(int hoursAgo, int[] failures)
    {
        var person = Somebody();
        foreach (var code in failures)
            both.Graph.Failures.Enqueue((400, code));
        both.Server.Clock.Haste = 10;
        var sent = await person.Bring(AWebhook.Text(person.Person, person.NewId(), person.Now - (hoursAgo * 3600), "hello"));
        both.Server.Clock.Haste = 1;
        Assert.Single(sent, m => (string?)m["type"] == "template");
        Assert.Empty(both.Graph.Failures);
    }

    [Fact]
    public async Task A_window_that_WhatsApp_finds_closed_after_it_took_the_message_brings_the_template_once()
    {
        // Nothing is known of this person: the server has started anew since they wrote.
        var person = Somebody();
        // "Too fast", once: it is tried again.
        both.Graph.Failures.Enqueue((400, 130429));
        for (var time = 0; time < 2; time++)
            Assert.Equal(200, await person.Post(AWebhook.Failed(FakeGraph.Number, person.Person, GraphError.WindowClosed).ToJsonString()));
        Assert.Equal("template", (string?)Assert.Single(await Settled.After(() => person.Sent, 0, 1, both.Server))["type"]);
        // Who wrote meanwhile needs no asking.
        var other = Somebody();
        var sent = await other.Say("hello");
        Assert.Equal(200, await other.Post(AWebhook.Failed(FakeGraph.Number, other.Person, GraphError.WindowClosed).ToJsonString()));
        Assert.Equal(200, await other.Post(AWebhook.Failed(FakeGraph.Number, Somebody().Person, 131026).ToJsonString()));
        Assert.Equal(sent.Count, other.Sent.Count);
        Assert.Empty(both.Graph.Wrong);
    }

    [Fact]
    public async Task Erasing_says_that_the_app_keeps_its_own_copy()
    {
        var person = Somebody();
        await person.Say("hello");
        await person.Tap("en");
        await person.Say("erase");
        var gone = await person.Tap("yes");
        Assert.Contains(gone, m => WithWhatsApp.Text(m).Contains("keep their own copy", StringComparison.Ordinal));
        Assert.Contains("erased", WithWhatsApp.Text(gone[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_opener_of_a_list_fits_in_every_language()
    {
        foreach (var language in AServer.Content.Spoken(drafts: false))
            Assert.InRange(AServer.Content.Localizer.Catalog.Render(language.Tag, "apps/choose").Length, 1, MessageWriter.LongestOpener);
    }

    [Fact]
    public void A_message_of_every_shape_is_what_the_platform_takes()
    {
        Activity Asking(int actions, int title, bool list) => new() { Text = new string('x', 1024), SuggestedActions = new([], [.. Enumerable.Range(0, actions).Select(i => new CardAction("imBack", $"{i}" + new string('t', title - 2), "v" + i))]) { Style = list ? "list" : null } };
        foreach (var message in (Activity[])[new() { Text = new string('x', 4096) }, Asking(3, 20, false), Asking(10, 24, true), Asking(1, 24, true)])
            Assert.Empty(CloudMessage.Problems(JsonNode.Parse(MessageWriter.Message("15550000001", message, 9_999_999, (AServer.Content.Channels.Apps["whatsapp"].Actions, "Answers")))!.AsObject()));
        Assert.Empty(CloudMessage.Problems(JsonNode.Parse(MessageWriter.Template("US.1", "write_back", "pt_BR"))!.AsObject()));
    }

    [Fact]
    public async Task Its_check_says_what_works()
    {
        async Task<List<AppCheck>> Run(params (string, string)[] more)
        {
            using var http = new HttpClient();
            var parts = new AppParts((_, _, _) => throw new NotSupportedException(), null!, ChannelTable.Empty, (_, key) => key, http, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance) { PublicUrl = new("https://bot.example") };
            return await new WhatsAppAdapter(both.Graph.Of(more), parts).CheckAsync(default).ToListAsync();
        }
        Assert.All(await Run(), c => Assert.Null(c.Problem));
        Assert.Contains("token", (await Run(("token", "old")))[0].Problem, StringComparison.Ordinal);
        Assert.NotNull((await Run(("baseUrl", "http://127.0.0.1:1/")))[0].Problem);
    }
}
