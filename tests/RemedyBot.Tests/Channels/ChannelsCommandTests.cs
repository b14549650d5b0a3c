using System.Text.Json.Nodes;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Channels;

/// <summary>`remedybot channels test` against a Bot API on this machine.</summary>
public sealed class ChannelsCommandTests : IAsyncLifetime, IDisposable
{
    private readonly AFolder _folder = new();
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.Start();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    private string Config(string token, string? publicUrl = null, bool discreet = false) => _folder.File("settings.json", new JsonObject
    {
        ["publicUrl"] = publicUrl,
        ["channels"] = new JsonObject { ["telegram"] = new JsonObject { ["tokenFile"] = _folder.File("token", token + "\n"), ["url"] = _telegram.Root.AbsoluteUri, ["discreet"] = discreet } },
    }.ToJsonString());

    [Fact]
    public async Task What_works_is_told_step_by_step_and_nothing_is_changed()
    {
        var (status, steps, trouble) = await OtherSide.RemedyBotAsync("", "channels", "test", "telegram", "--config", Config(FakeTelegram.Token));
        Assert.Equal((0, "", "telegram settings: ok (polling)\ntelegram getMe: ok (@notes_bot)\ntelegram groups: ok\ntelegram webhook: ok (0 waiting)\n"), (status, trouble, steps.ReplaceLineEndings("\n")));
        Assert.Equal(["getMe", "getWebhookInfo"], _telegram.Calls.Select(c => c.Method));
    }

    [Fact]
    public async Task A_webhook_that_is_not_set_yet_is_a_finding_and_programs_can_read_it()
    {
        var (status, steps, _) = await OtherSide.RemedyBotAsync("", "channels", "test", "--json", "--config", Config(FakeTelegram.Token, "https://help.example"));
        Assert.Equal(1, status);
        var last = JsonNode.Parse(steps.Trim().Split('\n')[^1])!;
        Assert.Equal(("telegram", "webhook", false), ((string?)last["channel"], (string?)last["step"], (bool)last["ok"]!));
    }

    [Fact]
    public async Task A_bot_that_may_be_added_to_groups_as_all_are_at_first_is_tested_to_the_end()
    {
        _telegram.JoinsGroups = true;
        var (status, steps, _) = await OtherSide.RemedyBotAsync("", "channels", "test", "telegram", "--config", Config(FakeTelegram.Token));
        Assert.Equal(0, status);
        Assert.Contains("/setjoingroups", steps, StringComparison.Ordinal);
        Assert.EndsWith("telegram webhook: ok (0 waiting)\n", steps.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_discreet_mode_a_name_that_tells_is_a_finding()
    {
        var (status, steps, _) = await OtherSide.RemedyBotAsync("", "channels", "test", "telegram", "--config", Config(FakeTelegram.Token, discreet: true));
        Assert.Equal(1, status);
        Assert.Contains("telegram name: people see another name", steps, StringComparison.Ordinal);
        Assert.DoesNotContain(_telegram.Calls, c => c.Method.StartsWith("set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_token_ends_the_test_and_is_not_shown()
    {
        const string Wrong = "5:yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";
        var (status, steps, trouble) = await OtherSide.RemedyBotAsync("", "channels", "test", "telegram", "--config", Config(Wrong));
        Assert.Equal(1, status);
        Assert.Contains("telegram getMe: Telegram does not know the token", steps, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, steps + trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connector_is_tested_with_its_keys_and_a_token()
    {
        await using var connector = await FakeConnector.Start();
        var config = _folder.File("settings.json", new JsonObject
        {
            ["connector"] = new JsonObject
            {
                ["appId"] = FakeConnector.AppId,
                ["appPassword"] = FakeConnector.AppPassword,
                ["metadata"] = connector.Root + "metadata",
                ["tokenUrl"] = connector.Root + "token",
            },
        }.ToJsonString());
        var (status, steps, trouble) = await OtherSide.RemedyBotAsync("", "channels", "test", "--config", config);
        Assert.Equal((0, "", "connector settings: ok\nconnector keys: ok\nconnector token: ok\n"), (status, trouble, steps.ReplaceLineEndings("\n")));
    }

    [Theory, InlineData("connector"), InlineData(null)]
    public async Task A_connector_that_takes_anybody_on_this_machine_is_told_to_be_for_tests(string? name)
    {
        var config = _folder.File("settings.json", new JsonObject { ["connector"] = new JsonObject { ["insecureLoopback"] = true } }.ToJsonString());
        var (status, steps, trouble) = await OtherSide.RemedyBotAsync("", [.. new[] { "channels", "test", name, "--config", config }.OfType<string>()]);
        Assert.Equal((0, "", "connector settings: ok (loopback only, for tests)\n"), (status, trouble, steps.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task What_is_not_set_up_is_wrong_usage()
    {
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "channels", "test", "signal", "--config", Config(FakeTelegram.Token))).Status);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "channels", "test")).Status);
    }
}
