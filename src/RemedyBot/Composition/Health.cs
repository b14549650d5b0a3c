using RemedyBot.Handoff.Consent;

namespace RemedyBot.Composition;

/// <summary>`/healthz`, `/readyz` and the public halves of the sign key.</summary>
public static class Health
{
    /// <param name="channels">What is wrong with the channels, and how those that are set up stand.</param>
    public static void MapHealth(this WebApplication app, Bot bot, Func<(IEnumerable<string> Problems, IEnumerable<string> Standing)> channels)
    {
        // Written by hand: what ASP.NET would make of arguments and results by itself loads a compiler of expressions at every start.
        app.MapGet("/healthz", context => Send(context, StatusCodes.Status200OK, "text/plain; charset=utf-8", "ok\n"));
        app.MapGet("/readyz", async context =>
        {
            var store = await bot.Vault.Caretaker.ReadinessAsync(context.RequestAborted);
            var (problems, standing) = channels();
            List<string> wrong = [.. Reasons(store, bot), .. problems];
            var lines = (wrong.Count == 0 ? ["ready"] : wrong).Concat(standing);
            await Send(context, store.Answers ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", string.Join('\n', lines) + "\n");
        });
        app.MapGet("/.well-known/remedybot-keys.json", context =>
            Send(context, StatusCodes.Status200OK, "application/jwk-set+json", SignKeySet.Of(bot.Vault.Signing).ToJson()));
    }

    private static Task Send(HttpContext context, int status, string type, string text)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    internal static IEnumerable<string> Reasons(Storage.Upkeep.Readiness store, Bot bot)
    {
        if (!store.Answers)
            yield return "store: the database does not answer";
        if (store.UpkeepFails)
            yield return "store: sweeping expired rows and turning keys fails, so they may stand longer than their day; the log says what failed";
        if (store.ErasePending)
            yield return "store: an erased row may still stand in the write-ahead log, because a reader holds it";
        if (!store.RoomForNew)
            yield return "store: no room for new conversations (limits:unkept)";
        if (store.ManyCodes)
            yield return "store: more codes live than their short form is made for";
        foreach (var list in bot.Parts.Content.Signals.Problems.GroupBy(p => p.Language).OrderBy(l => l.Key, StringComparer.Ordinal))
            yield return $"understanding: localization/style/{list.Key}.yaml line {list.Min(p => p.Line)} cannot be used, so words of danger may go unheard";
        if (bot.Parts.Content.ModelProblem is not null)
            yield return $"understanding: {Learning.ModelPath} is missing or cannot be read, so only listed words of danger are heard and no harm is suggested";
        if (bot.Recipients.In("en").Count == 0)
            yield return "desk: none is set up, so no helpline is offered";
        foreach (var reason in bot.Poller.Unfetched)
            yield return $"recipients: answers cannot be fetched from a ticket system ({reason}); `remedybot recipients test` tells at which";
        foreach (var standing in bot.Parts.Help.All.Where(s => !s.Written.Example))
        {
            if (standing.Why is { } why)
                yield return $"recipients: {standing.Written.Id} is not offered, because {why}";
            if (standing.Warning is { } warning)
                yield return $"recipients: {standing.Written.Id}: {warning}";
        }
    }
}
