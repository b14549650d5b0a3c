using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>The field's client behind a line that cuts, delays, repeats and goes dead: nothing lost, nothing doubled, order kept.</summary>
[Collection(BrowserScenarios.Name)]
public sealed class When_the_line_is_bad : IAsyncLifetime
{
    private ServerProcess _server = null!;
    private FaultProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProcess.Start();
        _proxy = FaultProxy.To(_server.Root);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Trait("Checklist", "18")]
    [Trait("Checklist", "19")]
    public async Task What_was_said_while_it_was_cut_comes_when_it_is_back()
    {
        await using var line = await Begin();
        Assert.Equal("safety/device", (string?)(await line.Say("no"))["step"]);
        // The message arrives, its answer does not.
        _proxy.CutsAnswers = true;
        line.Post("no");
        await line.Next("sent");
        _proxy.Cut();
        _proxy.CutsAnswers = false;
        Assert.Equal("age", (string?)(await line.Asked())["topic"]);
        await AssertWhole(line);
    }

    [Fact]
    [Trait("Checklist", "21")]
    public async Task A_start_that_is_answered_too_late_is_the_same_conversation()
    {
        // Longer than the client waits.
        _proxy.Delay = TimeSpan.FromMilliseconds(2500);
        var begun = Begin();
        await Task.Delay(3000);
        _proxy.Delay = TimeSpan.Zero;
        await using var line = await begun;
        Assert.Equal("safety/device", (string?)(await line.Say("no"))["step"]);
        Assert.Single(line.Activities, a => (string?)a["channelData"]?["remedybot"]?["step"] == "welcome/program");
        await AssertWhole(line);
    }

    [Fact]
    [Trait("Checklist", "21")]
    public async Task What_the_line_repeats_counts_once()
    {
        await using var line = await Begin();
        _proxy.Doubles = true;
        Assert.Equal("safety/device", (string?)(await line.Say("no"))["step"]);
        Assert.Equal("age", (string?)(await line.Say("no"))["topic"]);
        await AssertWhole(line);
    }

    [Fact]
    [Trait("Checklist", "25")]
    public async Task A_line_that_is_half_dead_loses_nothing()
    {
        await using var line = await Begin();
        _proxy.Deaf = true;
        line.Post("no");
        await Task.Delay(500);
        _proxy.Deaf = false;
        _proxy.Cut();
        Assert.Equal("safety/device", (string?)(await line.Asked())["step"]);
        await AssertWhole(line);
    }

    [Fact]
    [Trait("Checklist", "16")]
    public async Task Slow_answers_keep_their_order()
    {
        await using var line = await Begin();
        _proxy.Delay = TimeSpan.FromMilliseconds(300);
        foreach (var text in (string[])["no", "no", "so-far"])
            await line.Say(text);
        await AssertWhole(line);
    }

    private async Task<DirectLineJs> Begin()
    {
        var line = await DirectLineJs.Start(_server, sockets: true, through: _proxy.Root);
        Assert.Equal("safety/danger", (string?)(await line.Asked())["step"]);
        return line;
    }

    private static Task AssertWhole(DirectLineJs line)
    {
        Assert.Equal(line.Seen.Distinct(), line.Seen);
        Assert.Equal(line.Seen.Order(StringComparer.Ordinal), line.Seen);
        var times = line.Activities.Where(a => a["timestamp"] is not null).Select(a => (string)a["timestamp"]!).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        return Task.CompletedTask;
    }
}
