using RemedyBot.Handoff.Consent;

namespace RemedyBot.Composition;

/// <summary>`/healthz`, `/readyz` and the public halves of the sign key.</summary>
public static class Health
{
    /// <param name="channels">What is wrong with the channels, and how those that are set up stand.</param>
    public static void MapHealth(this WebApplication app, Bot bot, Func<(IEnumerable<string> Problems, IEnumerable<string> Standing)> channels)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", async (CancellationToken cancellation) =>
        {
            var store = await bot.Vault.Caretaker.ReadinessAsync(cancellation);
            var (problems, standing) = channels();
            List<string> wrong = [.. Reasons(store, bot), .. problems];
            var ready = store.Answers;
            return Results.Text(string.Join('\n', (wrong.Count == 0 ? ["ready"] : wrong).Concat(standing)) + "\n", statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        app.MapGet("/.well-known/remedybot-keys.json", () => Results.Text(SignKeySet.Of(bot.Vault.Signing).ToJson(), "application/jwk-set+json"));
    }

    private static IEnumerable<string> Reasons(Storage.Upkeep.Readiness store, Bot bot)
    {
        if (!store.Answers)
            yield return "store: the database does not answer";
        if (store.ErasePending)
            yield return "store: an erased row may still stand in the write-ahead log, because a reader holds it";
        if (!store.RoomForNew)
            yield return "store: no room for new conversations (limits:unkept)";
        if (store.ManyCodes)
            yield return "store: more codes live than their short form is made for";
        if (bot.Recipients.In("en").Count == 0)
            yield return "desk: none is set up, so no helpline is offered";
        foreach (var standing in bot.Parts.Help.All.Where(s => !s.Written.Example))
        {
            if (standing.Why is { } why)
                yield return $"recipients: {standing.Written.Id} is not offered, because {why}";
            if (standing.Warning is { } warning)
                yield return $"recipients: {standing.Written.Id}: {warning}";
        }
    }
}
