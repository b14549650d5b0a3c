using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.DirectLine;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Tests.Channels;

/// <summary>A client that asks while a conversation is being ended: the rows are gone already, the turn is not answered yet.</summary>
public sealed class DirectLineLastWordsTests
{
    private const string Id = "the-conversation";
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("/activities?watermark=1000")]
    [InlineData("")]
    public async Task It_waits_and_hears_what_was_said_last(string asked)
    {
        await using var app = await Started();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First() + $"/v3/directline/conversations/{Id}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        var said = http.PostAsJsonAsync(http.BaseAddress + "/activities", new { type = "message", from = new { id = "me" }, text = "finish" });
        await _gone.Task;
        var read = http.GetAsync(http.BaseAddress + asked);
        await Task.WhenAny(read, Task.Delay(TimeSpan.FromMilliseconds(300)));
        _emptied.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await said).StatusCode);
        using var answer = await read;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (asked.Length > 0)
            Assert.Contains("Take care.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<WebApplication> Started()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapDirectLine(new(End, (_, _, _, _) => Task.FromResult<History?>(_gone.Task.IsCompleted ? null : new(1, [])), new OneBearer(), TimeProvider.System));
        await app.StartAsync();
        return app;
    }

    private async Task<ActivityReply> End(Activity activity, Passage passage, CancellationToken cancellation)
    {
        _gone.SetResult();
        await _emptied.Task;
        return new(ReplyStatus.Done, 2, [new() { Type = ActivityTypes.Message, Text = "Take care." }]) { Ended = true };
    }

    private sealed class OneBearer : IBearers
    {
        public string Mint(string? user, string? origins, TimeSpan life) => "token";

        public BearerReading Read(string token, TimeSpan grace) => new(new(token, Id, "me", false, DateTimeOffset.MaxValue, null), false);

        public string? Renew(string token, bool began, TimeSpan life, TimeSpan grace) => token;
    }
}
