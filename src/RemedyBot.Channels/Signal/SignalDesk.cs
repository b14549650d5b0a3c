using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>Takes what comes over the line: a person's messages one after the other, each until it is durable.</summary>
/// <param name="call">Calls signal-cli.</param>
internal sealed class SignalDesk(SignalOptions options, bool discreet, AppDoor door, AppParts parts, Func<Func<string, byte[]>, CancellationToken, Task<SignalLine.Answered>> call) : IDisposable
{
    private const string Name = "signal";
    private const string Alone = "apps/group";
    private const string TooLong = "errors/too-long";
    private const string Edited = "apps/edited";

    /// <summary>Messages in memory, all people together; beyond these the line is read no further.</summary>
    private const int MostWaiting = 200;
    private const int MostKnown = 20_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(30);

    private readonly SignalCalls _calls = new(options.Account);
    private readonly PersonLanes _lanes = new(MostWaiting);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Returns when there is room for it, not when it is done.</summary>
    public async Task TakeAsync(SignalLine line, CancellationToken stopping)
    {
        switch (line)
        {
            case SignalLine.Untrusted:
                parts.Log.LogWarning("signal: {Problem}", SignalAnswers.Changed);
                door.Status.Fails(Name, SignalAnswers.Changed);
                break;
            case SignalLine.Received { Message: { Group: { } group } }:
                await _lanes.EnterAsync(group, () => LeaveAsync(group, stopping), stopping).ConfigureAwait(false);
                break;
            case SignalLine.Received { Message: var message }:
                await _lanes.EnterAsync(message.Person, () => TakeAsync(message, stopping), stopping).ConfigureAwait(false);
                break;
        }
    }

    public void Dispose() => _lanes.Dispose();

    private async Task TakeAsync(SignalMessage message, CancellationToken stopping)
    {
        try
        {
            await VanishAsync(message, stopping).ConfigureAwait(false);
            var inbound = new AppInbound(message.Person, message.Id) { Text = message.Text, Unreadable = message.Unreadable, Notice = message.TooLong ? TooLong : message.Edited ? Edited : null };
            var began = parts.Time.GetTimestamp();
            for (var pause = Pause; !await IsTakenAsync(inbound).ConfigureAwait(false) && parts.Time.GetElapsedTime(began) < MostPatience; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
                await Task.Delay(pause, parts.Time, stopping).ConfigureAwait(false);
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

    /// <summary>
    /// False where it has to be tried again: too many at once, or the store takes nothing just now. signal-cli has told Signal that it came, so nobody
    /// but us still has it; what the person writes next waits behind it.
    /// </summary>
    private async Task<bool> IsTakenAsync(AppInbound inbound)
    {
        try
        {
            return await door.TakeAsync(inbound).ConfigureAwait(false) is AppTaking.Taken;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            door.Status.Fails(Name, "what comes cannot be kept just now, and is tried again");
            return false;
        }
    }

    /// <summary>Messages shall not stay for ever on either phone. A shorter time that the person chose stays.</summary>
    private async Task VanishAsync(SignalMessage message, CancellationToken cancellation)
    {
        var ours = (int)options.Vanish.TotalSeconds;
        if (ours > 0 && (message.Vanishes == 0 || message.Vanishes > ours) && IsNew("vanish " + message.Person))
            await call(id => _calls.Vanish(id, message.Person, ours), cancellation).ConfigureAwait(false);
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
