using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;

namespace RemedyBot.Benchmarks;

/// <summary>Clients that keep a server busy.</summary>
internal static class Load
{
    public const int Parallel = 64;
    public static readonly TimeSpan Warm = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    internal sealed record Measured(int Count, double PerSecond, TimeSpan Median, TimeSpan P99);

    /// <summary>Conversations from the greeting on, each begun anew when its intake is through.</summary>
    /// <param name="rate">Turns a second for all together; 0 for as many as there can be.</param>
    public static Task<Measured> TurnsAsync(Uri root, TimeSpan length, int parallel, double rate = 0) =>
        RunAsync(root, length, parallel, rate, client =>
        {
            var talk = new Talk(client);
            return async () =>
            {
                if (talk.Over)
                    await talk.BeginAsync();
                var began = Stopwatch.GetTimestamp();
                await talk.AnswerAsync();
                return Stopwatch.GetElapsedTime(began);
            };
        });

    /// <summary>Conversations through a channel.</summary>
    /// <param name="voucher">A Connector's token: by `POST /api/messages` with expectReplies. Null: by Direct Line, each answer fetched.</param>
    public static Task<Measured> ChannelTurnsAsync(Uri root, TimeSpan length, string? voucher) =>
        RunAsync(root, length, Parallel, 0, client =>
        {
            var talk = new ChannelTalk(client, voucher);
            return async () =>
            {
                if (talk.Over)
                    await talk.BeginAsync();
                var began = Stopwatch.GetTimestamp();
                await talk.AnswerAsync();
                return Stopwatch.GetElapsedTime(began);
            };
        });

    /// <summary>The same number of bytes each way against the bare endpoint.</summary>
    public static Task<Measured> PostsAsync(Uri root, TimeSpan length, int parallel) =>
        RunAsync(root, length, parallel, 0, client =>
        {
            var conversation = RandomNumberGenerator.GetHexString(16, lowercase: true);
            var turn = 0;
            return async () =>
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync("", new FormUrlEncodedContent([new("token", Talk.TokenLike), new("form", conversation), new("turn", $"{++turn}"), new("choice", "yes")]));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                return Stopwatch.GetElapsedTime(began);
            };
        });

    /// <summary>So many conversations with two turns each.</summary>
    public static async Task ConversationsAsync(Uri root, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Parallel / 2).Select(_ => Task.Run(async () =>
        {
            using var client = Client(root);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var talk = new Talk(client);
                await talk.BeginAsync();
                await talk.AnswerAsync();
                await talk.AnswerAsync();
            }
        })));
    }

    private static async Task<Measured> RunAsync(Uri root, TimeSpan length, int parallel, double rate, Func<HttpClient, Func<Task<TimeSpan>>> start)
    {
        var took = new ConcurrentBag<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(number => Task.Run(async () =>
        {
            using var client = Client(root);
            var step = start(client);
            var gap = rate > 0 ? TimeSpan.FromSeconds(parallel / rate) : TimeSpan.Zero;
            var due = gap * number / parallel;
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } pause)
                    await Task.Delay(pause);
                due += gap;
                took.Add(await step());
            }
        })));
        var all = took.Order().ToList();
        return new(all.Count, all.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, all[all.Count / 2], all[Math.Min(all.Count - 1, all.Count * 99 / 100)]);
    }

    private static HttpClient Client(Uri root)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = root };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        return client;
    }
}
