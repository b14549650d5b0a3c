namespace RemedyBot.Composition;

/// <summary>What runs beside the conversations: deliveries, sweeping, keys. None of it ends before the server does.</summary>
public sealed class Upkeep(Bot bot, ILogger<Upkeep> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bot.Vault.Caretaker.Failed = failure => log.LogError("A round of sweeping and turning keys failed with a {Failure}; it is tried again within a minute.", failure.GetType().Name);
        return Task.WhenAll(
            KeepAsync("Hygiene", Hygiene.SettleAsync, stoppingToken),
            KeepAsync("Sweeping", bot.Vault.Caretaker.RunAsync, stoppingToken),
            KeepAsync("Delivery", bot.Dispatcher.RunAsync, stoppingToken),
            KeepAsync("Fetching answers", bot.Poller.RunAsync, stoppingToken),
            KeepAsync("Reminding", bot.Reminders.RunAsync, stoppingToken));
    }

    /// <summary>Runs one part to its end, again where a failure ends it.</summary>
    internal async Task KeepAsync(string part, Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await run(stopping);
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // The type only: an exception's text may quote what was being kept.
                log.LogCritical("{Part} stopped with a {Failure}; it begins again in a minute.", part, e.GetType().Name);
            }
            catch (Exception)
            {
                // The server is stopping: what fails now fails because of that.
                return;
            }
            await Task.Delay(Pause, time, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
