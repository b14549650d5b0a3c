using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Composition;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Zammad;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Zammad's webhook as its documentation describes it: any content, signed with HMAC-SHA1 in X-Hub-Signature.</summary>
public sealed class ZammadHookTests
{
    [Fact]
    public async Task A_signed_call_brings_the_answer_at_once_and_a_second_one_brings_nothing_new()
    {
        await using var it = await Underway.OpenAsync("zammad");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var poller = new ThreadPoller(it.Desk.Vault.Threads, [it.Sender], it.Desk.Time, NullLogger<ThreadPoller>.Instance);
        await using var host = await StartAsync(it, poller);
        using var ending = new CancellationTokenSource();
        var running = poller.RunAsync(ending.Token);
        await Until(() => ((ZammadRig)it.Rig).Fake.Bytes.Count(call => call.Contains("/by_ticket/", StringComparison.Ordinal)) == 1);

        ((ZammadRig)it.Rig).Fake.AgentWrites(1, "<p>We can help.</p>", isInternal: false);
        // What the call itself claims is believed by nobody.
        const string body = """{"ticket":{"id":1},"article":{"body":"Please pay 100 first.","internal":false,"sender":"Agent"}}""";
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(host, SenderRig.RecipientId, body, Sign(body)));
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(host, SenderRig.RecipientId, body, Sign(body)));
        IReadOnlyList<Note> letters = [];
        await Until(async () => (letters = await it.Desk.LettersAsync(prepared)).Count > 1);
        Assert.Equal((HandoffState.Answered, "We can help."), (letters[1].State, letters[1].Text));
        Assert.Equal(0, await poller.RunOnceAsync(default));
        await ending.CancelAsync();
        await running;
        Assert.Equal(2, (await it.Desk.LettersAsync(prepared)).Count);
    }

    [Theory]
    [InlineData(4_500_000, HttpStatusCode.NoContent)]
    [InlineData(7_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_call_with_a_whole_article_is_read_and_one_longer_than_zammads_is_not(int length, HttpStatusCode status)
    {
        await using var it = await Underway.OpenAsync("zammad");
        var poller = new ThreadPoller(it.Desk.Vault.Threads, [it.Sender], it.Desk.Time, NullLogger<ThreadPoller>.Instance);
        await using var host = await StartAsync(it, poller);
        var body = $$$"""{"ticket":{"id":1},"article":{"body":"{{{new string('x', length)}}}"}}""";
        Assert.Equal(status, await CallAsync(host, SenderRig.RecipientId, body, Sign(body)));
    }

    [Theory]
    [InlineData(SenderRig.RecipientId, "other secret of the helpline")]
    [InlineData(SenderRig.RecipientId, null)]
    [InlineData("hl.nobody", ZammadRig.CallbackSecret)]
    public async Task Whoever_is_not_known_or_signs_otherwise_gets_one_answer_and_nothing_is_asked(string id, string? secret)
    {
        await using var it = await Underway.OpenAsync("zammad");
        var poller = new ThreadPoller(it.Desk.Vault.Threads, [it.Sender], it.Desk.Time, NullLogger<ThreadPoller>.Instance);
        await using var host = await StartAsync(it, poller);
        const string body = """{"ticket":{"id":1}}""";
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(host, id, body, secret is null ? null : Sign(body, secret)));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(host, id, body + " ", Sign(body)));
        Assert.Empty(it.Rig.Bytes);
    }

    private static async Task<WebApplication> StartAsync(Underway it, ThreadPoller poller)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapZammadHook([(ZammadSender)it.Sender], poller, TimeProvider.System);
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpStatusCode> CallAsync(WebApplication host, string id, string body, string? signature)
    {
        using var client = new HttpClient { BaseAddress = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "hooks/zammad/" + id) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // A refusal comes before the body is sent.
        request.Headers.ExpectContinue = true;
        if (signature is not null)
            request.Headers.Add(ZammadCall.SignatureHeader, signature);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "It is how Zammad signs.")]
    private static string Sign(string body, string secret = ZammadRig.CallbackSecret) =>
        "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }
}
