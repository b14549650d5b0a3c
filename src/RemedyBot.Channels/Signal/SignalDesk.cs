using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>Takes what comes over the line: a person's messages one after the other, each until it is durable.</summary>
/// <param name="call">Calls signal-cli.</param>
internal sealed class SignalDesk(SignalOptions options, bool discreet, AppDoor door, AppParts parts, Func<Func<string, byte[]>, CancellationToken, Task<SignalLine.Answered>> call)
{
    private const string Name = "signal";
    private const string Alone = "apps/group";
    private const string TooLong = "errors/too-long";
    private const string TooFast = "errors/too-fast";
    private const string Busy = "errors/busy";

    /// <summary>Messages in memory, of one person and of all. The line is always read on: answers to our calls come over it, too.</summary>
    private const int MostOfOne = 20;
    private const int MostWaiting = 2_000;
    private const int MostKnown = 20_000;

    /// <summary>Of these, people for whom there is no room; who comes when so many wait is not tried again, so that nobody else finds all places taken.</summary>
    private const int MostWithout = 500;
    private const int Tries = 5;
    private static readonly TimeSpan Aside = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(30);

    private readonly SignalCalls _calls = new(options.Account);
    private readonly PersonLanes _lanes = new(MostOfOne, MostWaiting);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private int _without;

    /// <summary>Waits for nothing. What is too much is not read, and the person is told so.</summary>
    public void Take(SignalLine line, CancellationToken stopping)
    {
        switch (line)
        {
            case SignalLine.Untrusted:
                parts.Log.LogWarning("signal: {Problem}", SignalAnswers.Changed);
                door.Status.CannotHear(Name, SignalAnswers.Changed);
                break;
            case SignalLine.Received { Message: { Group: { } group } }:
                _lanes.TryEnter(group, () => LeaveAsync(group, stopping), () => Task.CompletedTask);
                break;
            case SignalLine.Received { Message: var message }:
                _lanes.TryEnter(message.Person, Taking(message, _lanes.Has(message.Person), stopping), Taking(message with { Text = null, Unreadable = false, TooFast = true }, true, stopping));
                break;
        }
    }

    /// <summary>Until what is under way is done.</summary>
    public Task IdleAsync() => _lanes.IdleAsync();

    private Func<Task> Taking(SignalMessage message, bool behind, CancellationToken stopping) => () => TakeAsync(message, behind, stopping);

    private async Task TakeAsync(SignalMessage message, bool behind, CancellationToken stopping)
    {
        try
        {
            await VanishAsync(message, stopping).ConfigureAwait(false);
            var inbound = new AppInbound(message.Person, message.Id) { Text = message.Text, Unreadable = message.Unreadable, Edited = message.Edited, Unread = message.TooFast, Behind = behind, Notice = message.TooFast ? TooFast : message.TooLong ? TooLong : null };
            var taking = message.TooFast ? await TryAsync(inbound).ConfigureAwait(false) : await PatientlyAsync(inbound, stopping).ConfigureAwait(false);
            if (taking is AppTaking.Busy && !message.TooFast)
                await door.LeaveAsync(inbound, Busy).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Signal sends it no more: the person writes again.
        }
        catch (Exception e)
        {
            // The type only: an exception's text may quote what was said.
            parts.Log.LogError("A message from an app failed with a {Failure}", e.GetType().Name);
        }
    }

    private async Task<AppTaking?> PatientlyAsync(AppInbound inbound, CancellationToken stopping)
    {
        var taking = await KeepAsync(inbound, stopping).ConfigureAwait(false);
        if (taking is not AppTaking.Busy)
            return taking;
        var without = Interlocked.Increment(ref _without);
        try
        {
            for (var tried = 1; taking is AppTaking.Busy && tried < Tries && without <= MostWithout; tried++)
            {
                await Task.Delay(Pause * tried, parts.Time, stopping).ConfigureAwait(false);
                taking = await KeepAsync(inbound, stopping).ConfigureAwait(false);
            }
            return taking;
        }
        finally
        {
            Interlocked.Decrement(ref _without);
        }
    }

    /// <summary>
    /// Tries for as long as the store takes nothing. signal-cli has told Signal that it came, so nobody but us still has it; what the person writes next
    /// waits behind it. Null: in vain.
    /// </summary>
    private async Task<AppTaking?> KeepAsync(AppInbound inbound, CancellationToken stopping)
    {
        var began = parts.Time.GetTimestamp();
        for (var pause = Pause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await TryAsync(inbound).ConfigureAwait(false) is { } taking)
                return taking;
            if (parts.Time.GetElapsedTime(began) >= MostPatience)
                return null;
            await Task.Delay(pause, parts.Time, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Null: the store takes nothing just now.</summary>
    private async Task<AppTaking?> TryAsync(AppInbound inbound)
    {
        try
        {
            var taking = await door.TakeAsync(inbound).ConfigureAwait(false);
            if (taking is AppTaking.Busy)
                door.Status.CannotHear(Name, "there is no room for some who write");
            return taking;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            door.Status.CannotHear(Name, "what comes cannot be kept just now, and is tried again");
            return null;
        }
    }

    /// <summary>Messages shall not stay for ever on either phone. A shorter time that the person chose stays.</summary>
    private async Task VanishAsync(SignalMessage message, CancellationToken cancellation)
    {
        var ours = (int)options.Vanish.TotalSeconds;
        if (ours > 0 && (message.Vanishes == 0 || message.Vanishes > ours) && IsNew("vanish " + message.Person))
            await Task.WhenAny(call(id => _calls.Vanish(id, message.Person, ours), cancellation), Task.Delay(Aside, parts.Time, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Whoever else is in a group would read along: said once, then left; in discreet mode without a word.</summary>
    private async Task LeaveAsync(string group, CancellationToken cancellation)
    {
        try
        {
            if (group.Length == 0 || !IsNew("group " + group))
                return;
            if (!discreet)
                await call(id => _calls.SendToGroup(id, group, parts.Text([], Alone)), cancellation).ConfigureAwait(false);
            await call(id => _calls.Leave(id, group), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private bool IsNew(string known)
    {
        if (_known.Count > MostKnown)
            _known.Clear();
        return _known.TryAdd(known, true);
    }
}
