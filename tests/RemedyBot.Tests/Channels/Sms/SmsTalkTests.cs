using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Tests.Channels.Sms;

/// <summary>A server and the gateway that it speaks to.</summary>
public sealed class BehindAGateway : IAsyncLifetime
{
    internal FakeGateway Gateway { get; private set; } = null!;

    internal AServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await FakeGateway.Start();
        Server = await AServer.Start(settings => Gateway.Behind(settings, ("okField", "messages.0.status"), ("laterValues", "1"), ("incomingMedia", "media")));
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}

public sealed class SmsTalkTests(BehindAGateway both) : IClassFixture<BehindAGateway>
{
    private WithAPhone Somebody() => new(both.Gateway, both.Server);

    [Fact]
    public async Task A_talk_goes_by_numbers_and_words()
    {
        var person = Somebody();
        Assert.Contains("1. ", (await person.Say("hi"))[^1], StringComparison.Ordinal);
        Assert.Contains("danger", (await person.Say("1"))[^1], StringComparison.OrdinalIgnoreCase);
        await person.Say("2");
        var age = await person.Say("no");
        Assert.Contains("1. ", age[^1], StringComparison.Ordinal);
        // The first names every language in its own letters.
        Assert.All(person.Sent.Skip(1), m => Assert.Equal(("+4912345", "text"), ((string?)m["from"], (string?)m["type"])));
        Assert.Empty(both.Gateway.Wrong);
    }

    [Fact]
    public async Task Arabic_goes_in_sixteen_bits_and_within_its_parts()
    {
        var person = Somebody();
        await person.Say("hi");
        Assert.Contains("خطر", string.Concat(await person.Say("ar")), StringComparison.Ordinal);
        Assert.Equal("unicode", (string?)person.Sent[^1]["type"]);
        Assert.Empty(both.Gateway.Wrong);
    }

    [Fact]
    public async Task The_id_of_a_message_is_another_in_another_talk_and_the_same_for_each_try()
    {
        var person = Somebody();
        await person.Say("hi");
        await person.Say("en");
        await person.Say("erase");
        await person.Say("yes");
        await person.Say("hi");
        Assert.Equal(person.Sent.Count, person.Sent.Select(m => (string?)m["id"]).Distinct().Count());
        both.Gateway.Answers.Enqueue((503, ""));
        await person.Say("en");
        Assert.Equal(person.Sent.Count, person.Sent.Select(m => (string?)m["id"]).Distinct().Count());
    }

    [Fact]
    public async Task The_same_answer_twice_counts_twice_and_the_same_message_once()
    {
        var person = Somebody();
        await person.Say("hi");
        await person.Say("en");
        var message = person.Message("no");
        var device = await person.Bring(message);
        var sent = person.Sent.Count;
        Assert.Equal(200, await person.Post(message));
        await Task.Delay(300);
        Assert.Equal(sent, person.Sent.Count);
        Assert.NotEqual(device[^1], (await person.Say("no"))[^1]);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop all.")]
    [InlineData("unsubscribe")]
    [InlineData("ARRÊT")]
    [InlineData("إيقاف")]
    public async Task The_networks_word_for_stopping_stops(string word)
    {
        var person = Somebody();
        await person.Say("hi");
        await person.Say("en");
        var (stopped, wished) = (await person.Say(word), Somebody());
        await wished.Say("hi");
        await wished.Say("en");
        Assert.Equal((await wished.Say("stop"))[^1], stopped[^1]);
    }

    [Fact]
    public async Task The_networks_words_for_help_and_for_going_on_are_known()
    {
        var (person, other) = (Somebody(), Somebody());
        foreach (var somebody in (WithAPhone[])[person, other])
        {
            await somebody.Say("hi");
            await somebody.Say("en");
        }
        Assert.Contains("Are you in danger", (await person.Say("START"))[^1], StringComparison.Ordinal);
        Assert.Contains("Are you in danger", (await person.Say("unstop"))[^1], StringComparison.Ordinal);
        Assert.Equal(await other.Say("help"), await person.Say("INFO"));
    }

    [Fact]
    public void Yes_is_an_answer_and_no_keyword() => Assert.Null(new SmsKeywords(AServer.Content.Channels.Apps["sms"].Keywords).WishOf("YES"));

    [Fact]
    public async Task A_picture_and_a_text_that_is_too_long_are_refused_with_a_reason()
    {
        var person = Somebody();
        await person.Say("hi");
        await person.Say("en");
        var picture = person.Message("");
        picture["media"] = 1;
        Assert.Contains(await person.Bring(picture), m => m.Contains("Pictures are not kept", StringComparison.Ordinal));
        Assert.Contains(await person.Say(new string('x', 4_001)), m => m.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_gateway_puts_off_is_tried_again_under_the_same_id()
    {
        var person = Somebody();
        both.Gateway.Answers.Enqueue((429, "{}"));
        both.Gateway.Answers.Enqueue((200, """{"messages":[{"status":"1"}]}"""));
        await person.Say("hi", atLeast: 2);
        Assert.Equal((string?)person.Sent[0]["id"], (string?)person.Sent[1]["id"]);
        Assert.Equal((string?)person.Sent[0]["text"], (string?)person.Sent[1]["text"]);
        Assert.DoesNotContain(person.Number, (string)person.Sent[0]["id"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_calls_get_their_status_and_leave_nothing()
    {
        var person = Somebody();
        var rows = both.Server.Rows;
        var good = person.Message("hi").ToJsonString();
        foreach (var secret in (string?[])[null, "", "another", FakeGateway.ProofSecret + "x", FakeGateway.ProofSecret[..^1], new string('x', 9000)])
            Assert.Equal(401, await person.Post(good, secret));
        Assert.Equal(413, await person.Post(new string('x', 300_000)));
        foreach (var body in (string[])["", "{", "[7]", "null", "{}", new string('[', 500), "\u0000", """{"msisdn":[],"text":"x"}""", """{"msisdn":"491510000000","text":"\ud800","messageId":"1"}"""])
            Assert.Equal(400, await person.Post(body));
        Assert.Equal(400, await person.Post("=&&=%zz%ff", type: "application/x-www-form-urlencoded"));
        Assert.Equal(200, await person.Post("""{"msisdn":"BANK","text":"you won","messageId":"1"}"""));
        Assert.Equal(rows, both.Server.Rows);
        Assert.Equal(405, (int)(await both.Server.Http.GetAsync(new Uri("channels/sms", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_number_stands_nowhere_in_the_data_folder()
    {
        var person = new WithAPhone(both.Gateway, both.Server) { Number = "4915198765432" };
        await person.Say("hello canary-of-a-phone");
        foreach (var file in Directory.EnumerateFiles(both.Server.Data, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            Assert.DoesNotContain(person.Number, text, StringComparison.Ordinal);
            Assert.DoesNotContain("canary-of-a-phone", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Unless_an_operator_says_otherwise_the_first_text_is_one_and_tells_nothing(string? discreet)
    {
        await using var server = await AServer.Start(settings => both.Gateway.Behind(settings, discreet is null ? [] : [("discreet", discreet)]));
        var person = new WithAPhone(both.Gateway, server);
        await person.Say("hi");
        var first = (string)person.Sent[0]["text"]!;
        Assert.Equal(discreet == "false", first.Contains("RemedyBot", StringComparison.Ordinal));
        if (discreet != "false")
            Assert.Single(person.Sent);
        await person.Say("en");
        Assert.All(person.Sent, m => Assert.Equal(discreet != "false", ((string)m["text"]!).StartsWith("New message\n\n", StringComparison.Ordinal)));
        Assert.Empty(both.Gateway.Wrong);
    }

    [Fact]
    public async Task Its_check_says_what_works()
    {
        async Task<List<AppCheck>> Run(params (string, string)[] more)
        {
            using var http = new HttpClient();
            var parts = new AppParts((_, _, _) => throw new NotSupportedException(), null!, ChannelTable.Empty, (_, key) => key, http, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance) { PublicUrl = new("https://bot.example") };
            return await new SmsAdapter(both.Gateway.Of(more), parts).CheckAsync(default).ToListAsync();
        }
        Assert.All(await Run(), c => Assert.Null(c.Problem));
        Assert.NotNull((await Run(("url", "http://127.0.0.1:1/send")))[0].Problem);
    }

    [Theory]
    [InlineData("url", "http://gateway.example/send")]
    [InlineData("url", "nothing")]
    [InlineData("format", "xml")]
    [InlineData("body", "{broken {to} {text}")]
    [InlineData("body", """{"to":"{to}"}""")]
    [InlineData("headers", "no colon")]
    [InlineData("proof", "none")]
    [InlineData("proofSecret", "short")]
    [InlineData("proofHeader", "")]
    [InlineData("incomingId", "-")]
    [InlineData("unknown", "x")]
    public void Settings_that_cannot_work_are_told(string key, string value)
    {
        Assert.Empty(AppAdapters.Problems(both.Gateway.Of()));
        var problem = Assert.Single(AppAdapters.Problems(both.Gateway.Of((key, value))));
        Assert.StartsWith("channels:sms:", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_and_queries_and_passwords_go_as_a_gateway_asks()
    {
        var seen = new List<(string Method, string Address, string? Body, string? Authorization)>();
        using var http = new HttpClient(new Listening(async request =>
            seen.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, request.Content is null ? null : await request.Content.ReadAsStringAsync(), request.Headers.Authorization?.ToString()))));
        foreach (var format in (string[])["form", "query"])
        {
            var gateway = SmsGateway.Of(both.Gateway.Of(("format", format), ("body", "to={digits}&text={text}&unicode={type}"), ("url", "https://gateway.example/send"), ("user", "us"), ("headers", ""), ("typeUcs2", "1")));
            Assert.Empty(gateway.Problems());
            Assert.Equal(SendResult.Sent, (await new SmsClient(http, gateway, TimeProvider.System).SendAsync("4915112345678", "a & b ê", "id", default)).Sending.Result);
        }
        Assert.Equal("to=4915112345678&text=a%20%26%20b%20%C3%AA&unicode=1", seen[0].Body);
        Assert.Equal("https://gateway.example/send?to=4915112345678&text=a%20%26%20b%20%C3%AA&unicode=1", seen[1].Address);
        Assert.Equal("GET", seen[1].Method);
        Assert.All(seen, s => Assert.Equal("Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("us:" + FakeGateway.Secret)), s.Authorization));
    }

    private sealed class Listening(Func<HttpRequestMessage, Task> heard) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await heard(request);
            return new(System.Net.HttpStatusCode.OK) { Content = new StringContent("{}") };
        }
    }
}
