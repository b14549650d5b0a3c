using System.Globalization;
using RemedyBot.Commands;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Translation;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Live;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Contract;

/// <summary>A bot in memory with a seed and a clock that stands still, spoken to as `chat --json --trace` does.</summary>
internal sealed class AChat : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<LoadedContent> Shipped = new(() => LoadedContent.Read(new ContentFolder(null)));
    private readonly Bot _bot;
    private readonly HurriedTime _time;

    private AChat(Bot bot, HurriedTime time) => (_bot, _time) = (bot, time);

    /// <summary>The helplines beside the desk, where there are any.</summary>
    public TwoHelplines? Helplines { get; private init; }

    public static LoadedContent Content => Shipped.Value;

    /// <summary>Who works at the desk, where it offers talks.</summary>
    public AWorker? Worker { get; private init; }

    /// <summary>Every language that is offered to people.</summary>
    public static IReadOnlyList<string> Languages => [.. Content.Localizer.Registry.Offered().Select(l => l.Tag)];

    public Bot Bot => _bot;

    public static async Task<AChat> Open(bool desk = true, long seed = 7, Limits? limits = null, TwoHelplines? helplines = null, string? noticesFrom = null, ITranslator? translator = null,
        bool talks = false, string? page = null, VaultOptions? vault = null)
    {
        Assert.Null(Content.Problem);
        var time = new HurriedTime(Now);
        var bot = await Bot.OpenAsync(new(talks ? OfferedTalks.Content : Content, vault ?? new(), new() { Trace = true, Drafts = true, NoticesFrom = noticesFrom, Page = page })
        {
            Time = time,
            Randomness = new SeededRandomness(seed),
            PretendDesk = desk,
            Translator = translator,
            Limits = limits ?? new(),
            Help = helplines?.Directory ?? HelpDirectory.None,
            Senders = helplines is null ? [] : [helplines],
        }, default);
        return new(bot, time) { Helplines = helplines, Worker = talks ? new(bot) : null };
    }

    public void Later(double days) => _time.Days += days;

    /// <summary>One person, greeted, or asked for the code.</summary>
    public async Task<Person> Greet(string? language = "en", string? resume = null)
    {
        var person = new Person(new ChatTalk(_bot, language, deliver: true));
        await person.Begin(resume);
        return person;
    }

    /// <summary>One person in a messaging app, who has written first.</summary>
    public async Task<Person> Write(string language, AppPlace place, bool asked = false)
    {
        var messages = 0;
        var person = new Person(_ => Say("hello"), Say);
        await person.Begin(null);
        return person;

        async Task<TurnReply> Say(string text)
        {
            var reply = await _bot.Runner.HandleAsync(new(null, (++messages).ToString(CultureInfo.InvariantCulture), text, [language]) { App = place, Language = asked ? null : language }, default);
            await _bot.Dispatcher.RunOnceAsync(default);
            return reply;
        }
    }

    public ValueTask DisposeAsync()
    {
        Worker?.Dispose();
        return _bot.DisposeAsync();
    }

    /// <summary>Whoever waits waits no longer than a moment.</summary>
    private sealed class HurriedTime(DateTimeOffset now) : TimeProvider
    {
        private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

        public double Days { get; set; }

        public override DateTimeOffset GetUtcNow() => now.AddDays(Days);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > Moment ? Moment : dueTime, period);
    }
}
