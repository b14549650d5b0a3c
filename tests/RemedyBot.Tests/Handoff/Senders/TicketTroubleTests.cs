using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>What goes wrong once a ticket is there, or with one ticket of many.</summary>
public sealed class TicketTroubleTests
{
    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task An_access_that_may_only_create_delivers_all_the_same(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        Web(it).OnlyTakes = true;
        var prepared = await it.HandOverAsync();
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        Assert.Equal((HandoffState.Delivered, true), Assert.Single(await it.Desk.LettersAsync(prepared)) is var letter ? (letter.State, letter.Reference.StartsWith('#')) : default);
        using var thread = Assert.Single(await it.Desk.Vault.Threads.ListAsync(default));
        Assert.Equal("1", TicketThread.Read(thread.Payload.Span)!.Ticket);
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task What_could_not_be_done_beside_a_delivery_is_named(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        Web(it).OnlyTakes = true;
        var delivered = Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(it.Prepare().Parcel, default));
        Assert.Equal(["doubles", "fields"], delivered.Lost);
    }

    [Theory, InlineData("request-tracker", true), InlineData("request-tracker", false), InlineData("zammad", true), InlineData("zammad", false)]
    public async Task A_double_that_arrives_after_the_delivery_is_closed_at_the_next_touch(string kind, bool asks)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        Web(it).Again();
        Assert.Equal(2, it.Rig.Arrived.Count);
        if (asks)
            Assert.Equal(0, await Poller(it).RunOnceAsync(default));
        else
            Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(it.Withdrawal(prepared), default));
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        Assert.Equal("1", it.Rig is RequestTrackerRig tracker ? tracker.Fake.Tickets.Single()["id"]!.ToString() : ((ZammadRig)it.Rig).Fake.Tickets.Single()["id"]!.ToString());
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task Others_tickets_that_name_the_reference_are_neither_closed_nor_taken_for_ours(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = it.Prepare();
        Open();
        await it.Desk.QueueAsync(prepared.Parcel);
        await it.SettleAsync();
        Open();
        await Poller(it).RunOnceAsync(default);
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        await it.SettleAsync();
        Assert.Equal(3, it.Rig.Arrived.Count);
        if (it.Rig is RequestTrackerRig tracker)
            Assert.Equal(2, Assert.Single(tracker.Fake.Said).Ticket);
        else
            Assert.Equal(2, (int)((ZammadRig)it.Rig).Fake.Articles[^1]["ticket_id"]!);

        // As a mail of a stranger does, or staff who open a second ticket for something beside the case.
        void Open()
        {
            if (it.Rig is RequestTrackerRig tracker)
                tracker.Fake.Opened("Case " + prepared.Ref, "stranger@mail.example", "stranger@mail.example");
            else
                ((ZammadRig)it.Rig).Fake.Opened("Case " + prepared.Ref, by: 9);
        }
    }

    [Fact]
    public async Task One_ticket_that_cannot_be_read_keeps_no_other_back()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        await it.HandOverAsync();
        await it.SettleAsync();
        var second = await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((RequestTrackerRig)it.Rig).Fake;
        fake.StaffReplies(1, "<p>Unseen.</p>");
        fake.StaffReplies(2, "<p>Seen.</p>");
        fake.Hidden.Add(1);
        var log = new Kept();
        var poller = Poller(it, log);
        Assert.Equal(1, await poller.RunOnceAsync(default));
        Assert.Equal("Seen.", (await it.Desk.LettersAsync(second))[^1].Text);
        Assert.Equal([Reasons.NotAuthorised], poller.Unfetched);

        // Said once an hour, however often it is asked.
        await poller.RunOnceAsync(default);
        Assert.StartsWith("Answers cannot be fetched from a ticket system: not_authorised.", Assert.Single(log.Lines), StringComparison.Ordinal);
        it.Desk.Time.Advance(TimeSpan.FromHours(1));
        fake.Hidden.Clear();
        await poller.RunOnceAsync(default);
        Assert.Empty(poller.Unfetched);
        fake.Hidden.Add(1);
        await poller.RunOnceAsync(default);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task A_system_that_is_down_is_asked_once_a_round_and_every_ticket_has_its_turn()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        for (var i = 0; i < 4; i++)
            await it.HandOverAsync();
        await it.SettleAsync();
        var stuck = new Stuck((ITalkingSender)it.Sender, broken: "1");
        var poller = new ThreadPoller(it.Desk.Vault.Threads, [stuck], it.Desk.Time, NullLogger<ThreadPoller>.Instance);
        for (var round = 0; round < 200; round++)
        {
            var before = stuck.Asked.Count;
            await poller.RunOnceAsync(default);
            Assert.InRange(stuck.Asked.Skip(before).Count(ticket => ticket == "1"), 0, 1);
            Assert.True(stuck.Asked[^1] == "1");
        }

        Assert.Equal(["1", "2", "3", "4"], stuck.Asked.Distinct().Order(StringComparer.Ordinal));
    }

    private static FakeWeb Web(Underway it) => it.Rig is RequestTrackerRig tracker ? tracker.Fake : ((ZammadRig)it.Rig).Fake;

    private static ThreadPoller Poller(Underway it, ILogger<ThreadPoller>? log = null) => new(it.Desk.Vault.Threads, [it.Sender], it.Desk.Time, log ?? NullLogger<ThreadPoller>.Instance);

    private sealed class Stuck(ITalkingSender inner, string broken) : ITalkingSender
    {
        public List<string> Asked { get; } = [];

        public string RecipientId => inner.RecipientId;

        public bool Takes(Parcel parcel) => inner.Takes(parcel);

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => inner.SendAsync(parcel, cancellation);

        public Task<Fetched> FetchAsync(TicketThread thread, CancellationToken cancellation)
        {
            Asked.Add(thread.Ticket);
            return thread.Ticket == broken ? throw NotDelivered.Later(Reasons.ServerError) : inner.FetchAsync(thread, cancellation);
        }
    }

    private sealed class Kept : ILogger<ThreadPoller>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
