using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>How a naive server fails real clients, part one: CORS, HTTP, the shape of what is sent.</summary>
public sealed class DirectLineHttpTests(AServer server) : IClassFixture<AServer>
{
    [Fact]
    [Trait("Checklist", "1")]
    public async Task A_preflight_is_answered_without_a_credential_and_lets_the_clients_headers_through()
    {
        var answer = await Preflight("https://elsewhere.example");
        Assert.Equal(204, answer.Code);
        Assert.Equal("https://elsewhere.example", answer.Header("Access-Control-Allow-Origin"));
        var headers = answer.Header("Access-Control-Allow-Headers")!;
        Assert.All(["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], h => Assert.Contains(h, headers, StringComparison.OrdinalIgnoreCase));
        Assert.All(["GET", "POST"], m => Assert.Contains(m, answer.Header("Access-Control-Allow-Methods")!, StringComparison.Ordinal));
        Assert.True(int.Parse(answer.Header("Access-Control-Max-Age")!, System.Globalization.CultureInfo.InvariantCulture) >= 7200);
    }

    [Theory]
    [Trait("Checklist", "2")]
    [Trait("Checklist", "3")]
    [Trait("Checklist", "5")]
    [InlineData("POST", "tokens/refresh", 401)]
    [InlineData("GET", "conversations/none/activities", 401)]
    [InlineData("GET", "nowhere", 404)]
    [InlineData("DELETE", "conversations", 404)]
    public async Task A_refusal_carries_the_headers_of_cors_and_an_error_in_json(string method, string path, int status)
    {
        var line = new Line(server) { Origin = "https://elsewhere.example" };
        var answer = await line.Send(new(method), path);
        Assert.Equal(status, answer.Code);
        Assert.Equal("https://elsewhere.example", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("Retry-After", answer.Header("Access-Control-Expose-Headers"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        Assert.NotEqual("", answer.Error);
        Assert.False(string.IsNullOrEmpty((string?)answer.Json["error"]!["message"]));
    }

    [Theory]
    [Trait("Checklist", "4")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"User\":{\"Id\":\"dl_Some-One_1\"}}")]
    public async Task A_token_is_generated_with_a_body_and_without(string? body)
    {
        var answer = await new Line(server).Generate(AServer.Secret, body);
        Assert.Equal(200, answer.Code);
        Assert.Equal(3600, (int)answer.Json["expires_in"]!);
        Assert.Null(answer.Json["streamUrl"]);
    }

    [Fact]
    [Trait("Checklist", "4")]
    public async Task A_token_is_refreshed_by_a_post_without_body_and_type()
    {
        var line = await Line.Begun(server);
        var answer = await line.Send(HttpMethod.Post, "tokens/refresh");
        Assert.Equal(200, answer.Code);
        Assert.Equal(line.Id, answer.Text("conversationId"));
        Assert.NotEqual(line.Token, answer.Text("token"));
    }

    [Fact]
    [Trait("Checklist", "5")]
    [Trait("Checklist", "6")]
    public async Task Answers_are_json_not_kept_and_lead_nowhere_else()
    {
        var line = await Line.Begun(server);
        var answer = await line.Read();
        Assert.Equal("application/json; charset=utf-8", answer.Message.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Empty(answer.Message.Content.Headers.ContentEncoding);
        Assert.Equal(404, (await line.Send(HttpMethod.Get, "tokens/")).Code);
    }

    [Fact]
    [Trait("Checklist", "8")]
    public async Task The_start_of_a_conversation_tells_all_that_a_client_needs()
    {
        var line = new Line(server);
        await line.Generate();
        var answer = await line.Start("en");
        Assert.Equal(201, answer.Code);
        Assert.All(["conversationId", "token", "streamUrl", "expires_in"], name => Assert.NotNull(answer.Json[name]));
        Assert.StartsWith($"ws://{server.Root.Authority}/v3/directline/conversations/{line.Id}/stream?t=", line.StreamUrl, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Checklist", "7")]
    public async Task Behind_a_public_address_the_stream_is_at_that_address_and_encrypted()
    {
        await using var open = await AServer.Start(s => s with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        var line = new Line(open);
        await line.Generate(AServer.Secret);
        line.Origin = AServer.Origin;
        await line.Start("en");
        Assert.StartsWith("wss://help.example/v3/directline/conversations/", line.StreamUrl, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Checklist", "9")]
    public async Task A_message_is_answered_by_200_and_its_id()
    {
        var answer = await (await Line.Begun(server)).Say("no");
        Assert.Equal(200, answer.Code);
        Assert.Equal(["id"], answer.Json.AsObject().Select(p => p.Key));
    }

    [Fact]
    [Trait("Checklist", "10")]
    public async Task Ids_and_watermarks_need_no_encoding()
    {
        var line = await Line.Begun(server);
        await line.Say("no");
        Assert.Matches("^[A-Za-z0-9_-]+$", line.Id);
        Assert.Matches("^[A-Za-z0-9_-]+$", line.Watermark);
        Assert.All(await line.Poll(), a => Assert.DoesNotContain('/', (string)a["id"]!));
    }

    [Fact]
    [Trait("Checklist", "12")]
    [Trait("Checklist", "13")]
    public async Task A_message_of_the_bot_holds_no_null_outside_its_own_data_and_times_in_utc()
    {
        var line = await Line.Begun(server);
        await line.Say("no");
        foreach (var activity in (await line.Read("0")).Activities)
        {
            Assert.All(activity.AsObject(), p => Assert.NotNull(p.Value));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string)activity["timestamp"]!);
            Assert.Equal("plain", (string?)activity["textFormat"]);
            Assert.Equal("directline", (string?)activity["channelId"]);
            Assert.Null(activity["serviceUrl"]);
        }
        var asked = (await line.Read("0")).Activities[^1];
        Assert.Equal("expectingInput", (string?)asked["inputHint"]);
        Assert.Empty(asked["suggestedActions"]!["to"]!.AsArray());
        Assert.Equal("bot", (string?)asked["from"]!["role"]);
    }

    [Fact]
    public async Task The_question_travels_as_the_contract_says()
    {
        var line = new Line(server);
        await line.Generate();
        await line.Start("en");
        var asked = Line.Asked(await line.Poll());
        Assert.Equal(["step", "topic", "kind", "field", "choices", "wishes", "code", "progress"], asked.AsObject().Select(p => p.Key));
        Assert.Equal("safety/danger", (string?)asked["step"]);
        Assert.Equal("yesno", (string?)asked["kind"]);
        Assert.Equal("/safety/immediate_danger", (string?)asked["field"]);
        Assert.Equal(["yes", "no", "unknown"], asked["choices"]!.AsArray().Select(c => (string)c!["value"]!));
        Assert.Contains("erase", asked["wishes"]!.AsArray().Select(c => (string)c!["value"]!));
    }

    [Theory]
    [Trait("Checklist", "14")]
    [InlineData("""{"type":"message","value":{"value":"no"}}""")]
    [InlineData("""{"type":"message","text":"","value":"no","attachments":[],"from":{"id":"x","name":""}}""")]
    [InlineData("""{"type":"message","text":"No","attachments":[],"entities":[{"type":"ClientCapabilities","supportsTts":true},{"type":"of-another-world","x":[1]}]}""")]
    [InlineData("""{"type":"message","text":"something else","channelData":{"remedybot":{"value":"no"}}}""")]
    [InlineData("""{"type":"message","text":"no","channelData":{"postBack":true}}""")]
    [InlineData("""{"Type":"message","Text":"no","timestamp":"yesterday","futureField":{"a":[null]}}""")]
    [InlineData("""{"type":"message","text":null,"value":"no","locale":"","replyToId":null}""")]
    public async Task What_real_clients_send_is_understood(string activity)
    {
        var line = await Line.Begun(server);
        Assert.Equal(200, (await line.Post(activity)).Code);
        Assert.Equal("safety/device", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task A_locale_at_start_answers_the_language_question_and_an_unknown_one_does_not()
    {
        var known = new Line(server);
        await known.Generate();
        await known.Start("ar-EG");
        Assert.Equal("ar", (string?)(await known.Poll())[^1]["locale"]);
        var unknown = await Line.Begun(server, "tlh-Latn-x");
        Assert.Equal("language", (string?)Line.Asked((await unknown.Read()).Activities)["topic"]);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("of-another-world")]
    public async Task Other_types_are_taken_and_leave_nothing(string type)
    {
        var line = await Line.Begun(server);
        var rows = server.Rows;
        Assert.Equal(200, (await line.Post(new JsonObject { ["type"] = type, ["name"] = "webchat/join" })).Code);
        Assert.Empty(await line.Poll());
        Assert.Equal(rows, server.Rows);
    }

    [Fact]
    public async Task An_upload_is_refused_with_a_reason_before_it_is_read()
    {
        var answer = await (await Line.Begun(server)).Upload();
        Assert.Equal(400, answer.Code);
        Assert.Equal("AttachmentsNotAccepted", answer.Error);
    }

    private Task<Answer> Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, new Uri(server.Root, Line.Root + "conversations"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        return Answer.Of(server.Http.SendAsync(request));
    }
}
