namespace RemedyBot.Composition;

/// <summary>What runs beside the conversations: deliveries, sweeping, keys.</summary>
public sealed class Upkeep(Bot bot, ILogger<Upkeep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(
                Hygiene.SettleAsync(stoppingToken),
                bot.Vault.Caretaker.RunAsync(stoppingToken),
                bot.Dispatcher.RunAsync(stoppingToken),
                bot.Poller.RunAsync(stoppingToken),
                bot.Reminders.RunAsync(stoppingToken));
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The type only: an exception's text may quote what was being kept.
            log.LogCritical("Upkeep stopped with a {Failure}; expiry and deliveries stand still until the server is started again.", e.GetType().Name);
            throw;
        }
    }
}
