using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>Signal, by a signal-cli that runs beside us. Answers are numbers and words; a changed safety number is told to the operator and never trusted.</summary>
public sealed class SignalAdapter(AppSettings settings, AppParts parts) : IAppAdapter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly SignalOptions _options = SignalOptions.Of(settings);
    private readonly SignalCalls _calls = new(SignalOptions.Of(settings).Account);
    private readonly ISignalLink _link = LinkOf(SignalOptions.Of(settings), parts);
    private AppStatus? _status;

    public string Name => "signal";

    /// <summary>Nobody calls us: we listen.</summary>
    public void Map(IEndpointRouteBuilder routes, AppDoor door) => _status = door.Status;

    public async Task RunAsync(AppDoor door, CancellationToken stopping)
    {
        var desk = new SignalDesk(_options, settings.Discreet, door, parts, (call, cancellation) => CallAsync(call, cancellation));
        for (var pause = Pause; !stopping.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await ListenAsync(line => desk.Take(SignalReader.Read(line, _options.Account), stopping), stopping).ConfigureAwait(false))
                pause = Pause;
            if (stopping.IsCancellationRequested)
                break;
            door.Status.CannotHear(Name, "signal-cli is not there, or broke off (channels:signal:address)");
            await Task.Delay(pause, parts.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await desk.IdleAsync().ConfigureAwait(false);
    }

    public async IAsyncEnumerable<AppCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = ListenAsync(_ => { }, ended.Token);
        SignalLine.Answered? version = null;
        for (var tried = 0; version is not { Sending.Result: SendResult.Sent } && tried < 3 && !listening.IsCompleted; tried++)
        {
            await Task.WhenAny(listening, Task.Delay(Pause, parts.Time, cancellation)).ConfigureAwait(false);
            version = await CallAsync(_calls.Version, cancellation).ConfigureAwait(false);
        }
        var there = version is { Sending.Result: SendResult.Sent };
        yield return new("access", there ? null : "signal-cli is not there (channels:signal:address)");
        var account = there ? await CallAsync(_calls.Devices, cancellation).ConfigureAwait(false) : null;
        yield return new("account", account?.Sending.Result is SendResult.Sent ? null : account?.Problem ?? "signal-cli does not serve this account (channels:signal:account)");
        await ended.CancelAsync().ConfigureAwait(false);
    }

    public async Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation)
    {
        var answer = await CallAsync(id => _calls.Send(id, parcel.Conversation, message.Text ?? ""), cancellation).ConfigureAwait(false);
        return answer.Sending with { Problem = answer.Problem };
    }

    public async Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation)
    {
        for (var i = 0; i < ids.Count; i++)
            if (long.TryParse(ids[i], NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
                && (await CallAsync(id => _calls.TakeBack(id, parcel.Conversation, sent), cancellation).ConfigureAwait(false)).Sending is { Result: not (SendResult.Sent or SendResult.Refused) } later)
                return later with { Left = [.. ids.Skip(i)] };
        return new(SendResult.Sent);
    }

    private static ISignalLink LinkOf(SignalOptions options, AppParts parts) =>
        options.Web is { } web ? new WebLink(parts.Http, web, options.Account, parts.Time) : new SocketLink(options.Socket!, parts.Time);

    /// <summary>Until the line breaks. True: something came over it.</summary>
    private async Task<bool> ListenAsync(Action<ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        var came = false;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var subscribing = SubscribeAsync(ended.Token);
        try
        {
            await foreach (var line in _link.ListenAsync(cancellation).ConfigureAwait(false))
            {
                if (line.IsEmpty)
                {
                    _status?.Hears(Name);
                    continue;
                }
                came = true;
                take(line);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The line is gone, or the server stops.
        }
        await ended.CancelAsync().ConfigureAwait(false);
        await subscribing.ConfigureAwait(false);
        return came;
    }

    /// <summary>Where signal-cli waits to be asked for what comes; elsewhere it tells the same twice, and the second is known by its id.</summary>
    private async Task SubscribeAsync(CancellationToken cancellation)
    {
        if (_options.Web is not null)
            return;
        try
        {
            while ((await CallAsync(_calls.Subscribe, cancellation).ConfigureAwait(false)).Sending.Result is SendResult.TryAgain)
                await Task.Delay(Pause, parts.Time, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The line is gone; the next one asks anew.
        }
    }

    private async Task<SignalLine.Answered> CallAsync(Func<string, byte[]> call, CancellationToken cancellation)
    {
        var (answer, uncertain) = await _link.CallAsync(call, cancellation).ConfigureAwait(false);
        if (answer is not { } line || SignalReader.Read(line, null) is not SignalLine.Answered answered)
            return new("", new(uncertain ? SendResult.Uncertain : SendResult.TryAgain), null);
        if (answered.Problem is { } problem)
            _status?.CannotSend(Name, problem);
        return answered;
    }
}
