using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using RemedyBot.Commands;
using RemedyBot.Composition;
using RemedyBot.Storage.Sealing;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Turns;

/// <summary>What people write is read for harms, signals, names and links; not a word of it may stand in a log, whatever its level.</summary>
public sealed class LogTests
{
    private const string Canary = "kanarienvogel";

    [Fact]
    public async Task Not_a_word_of_what_was_understood_stands_in_a_log()
    {
        using var logs = new Lines();
        var bot = await Bot.OpenAsync(new(AChat.Content, new(), new() { Trace = true, Drafts = true }) { Randomness = new SeededRandomness(7), PretendDesk = true, Logs = logs }, default);
        await using (bot)
        {
            var person = new Person(new ChatTalk(bot, "en", deliver: true));
            await person.Begin(null);
            await person.Say("no", "no", "adult", $"my ex {Canary} posted my nudes on https://example.com/{Canary} as @{Canary} for 500 {Canary} dollars \uD800", "ibsa.ncii");
            await person.SkipTo("platform/links-written");
            await person.Say($"https://example.com/{Canary}");
            await person.Say(new string('x', 100_000) + Canary, $"he will kill me {Canary}", "stop", "no");
        }

        logs.CreateLogger("test").LogTrace("the log was listened to");
        Assert.Contains(logs.All, line => line.Contains("listened to", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.All, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{\"id\":1,\"text\":\"kanarienvogel hacked my account\"}", 0)]
    [InlineData("{\"id\":1,\"text\":\"kanarienvogel", 1)]
    public async Task Classify_says_nothing_of_a_message_but_what_it_may_mean(string line, int status)
    {
        var result = await AProgram.Run(Encoding.UTF8.GetBytes(line + "\n"), "classify");

        Assert.Equal(status, result.Exit);
        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(result.Output) + result.Errors, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Lines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);
    }
}
