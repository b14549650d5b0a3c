using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Turns;

/// <summary>T11 and T22: what can still be fetched after a stop, and what cannot.</summary>
public sealed class LastAnswersTests
{
    private static readonly Lazy<LoadedContent> Content = new(() => LoadedContent.Read(new ContentFolder(null)));
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private int _ids;

    [Fact]
    public async Task The_message_that_stopped_gets_its_answer_again_for_ten_minutes()
    {
        await using var bot = await Open();
        var (request, said) = await Ended(bot, "stop");
        _time.Advance(TimeSpan.FromMinutes(9));
        var again = await Send(bot, request);
        Assert.Equal(TurnStatus.Repeated, again.Status);
        Assert.Equal(said.Messages.Select(m => m.Text), again.Messages.Select(m => m.Text));
        Assert.True(again.Ended);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TurnStatus.Closed, (await Send(bot, request)).Status);
    }

    [Fact]
    public async Task Another_message_with_a_stopped_token_finds_it_closed()
    {
        await using var bot = await Open();
        var (request, _) = await Ended(bot, "stop");
        Assert.Equal(TurnStatus.Closed, (await Send(bot, request with { InboundId = "another-form" })).Status);
        Assert.Equal(TurnStatus.Closed, (await Send(bot, request with { Text = "other words" })).Status);
    }

    [Fact]
    public async Task Nothing_is_told_again_after_an_erase()
    {
        await using var bot = await Open();
        var (request, _) = await Ended(bot, "erase");
        var again = await Send(bot, request);
        Assert.Equal(TurnStatus.Closed, again.Status);
        Assert.Empty(again.Messages);
    }

    [Fact]
    public void At_most_a_thousand_are_kept()
    {
        var last = new LastAnswers(_time);
        for (var i = 0; i < 1200; i++)
            last.Keep(BitConverter.GetBytes(i), "id", "text", new("en", null, [], true));
        Assert.Equal(1000, last.Count);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, last.Count);
    }

    /// <summary>Walks on from a wish to the end of the conversation; returns the message that ended it and its answer.</summary>
    private async Task<(TurnRequest Last, TurnReply Reply)> Ended(Bot bot, string wish)
    {
        var reply = await Send(bot, new(null, "", null, ["en"]) { Language = "en" });
        reply = await Send(bot, new(reply.Token, Id(), "no", ["en"]) { Language = "en" });
        var request = new TurnRequest(reply.Token, Id(), wish, ["en"]);
        reply = await Send(bot, request);
        for (var i = 0; i < 8 && !reply.Ended; i++)
        {
            var choices = reply.Messages[^1].Choices.Select(c => c.Value).ToList();
            request = new TurnRequest(reply.Token, Id(), wish == "stop" && choices.Contains("no") ? "no" : choices.Count > 0 ? choices[0] : "skip", ["en"]);
            reply = await Send(bot, request);
        }
        Assert.True(reply.Ended);
        return (request, reply);
    }

    private static Task<TurnReply> Send(Bot bot, TurnRequest request) => bot.Runner.HandleAsync(request, default);

    private string Id() => "form-" + ++_ids;

    private Task<Bot> Open() => Bot.OpenAsync(new(Content.Value, new(), new()) { Time = _time }, default);
}
