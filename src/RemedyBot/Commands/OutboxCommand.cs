using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Commands;

/// <summary>`remedybot outbox`: what is under way or could not be delivered. Nothing of a case is printed.</summary>
public static class OutboxCommand
{
    public static Command Create() => new("outbox", "See and mend deliveries.") { List(), Retry(), Drop() };

    private static Command List()
    {
        var (data, config) = (Configured.Data(), Configured.Config());
        var json = new Option<bool>("--json") { Description = "One JSON object a line on standard output." };
        var command = new Command("list", "List what is under way, and dead letters with their reason.\nExample: remedybot outbox list --data data") { data, config, json };
        command.SetAction((parsed, cancellation) => WithAsync((parsed.GetValue(data), parsed.GetValue(config)), async outbox =>
        {
            var listed = await outbox.ListAsync(cancellation);
            foreach (var one in listed)
                Console.Out.WriteLine(parsed.GetValue(json) ? Json(one) : Line(one));
            if (!parsed.GetValue(json))
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listed.Count} under way or dead"));
            return listed.Any(one => one.Dead is not null) ? Usage.Findings : Usage.Well;
        }, cancellation));
        return command;
    }

    private static Command Retry() => Acting(
        "retry", "Try again at once, as if for the first time.\nExample: remedybot outbox retry RB-ABCDEFGHIJ --data data", "tried again", (outbox, key, cancellation) => outbox.RetryAsync(key, cancellation));

    private static Command Drop() => Acting(
        "drop", "Destroy it. A person who was not told yet is told that it failed.\nExample: remedybot outbox drop --dead --data data", "destroyed", (outbox, key, cancellation) => outbox.DropAsync(key, cancellation));

    private static Command Acting(string name, string description, string done, Func<OutboxList, string?, CancellationToken, Task<int>> act)
    {
        var key = new Argument<string?>("KEY") { Description = "As `outbox list` names it.", Arity = ArgumentArity.ZeroOrOne };
        var dead = new Option<bool>("--dead") { Description = "Every dead letter." };
        var (data, config) = (Configured.Data(), Configured.Config());
        var command = new Command(name, description) { key, dead, data, config };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(key) is null != parsed.GetValue(dead))
                return Task.FromResult(Usage.Say("Give either a KEY or --dead."));
            return WithAsync((parsed.GetValue(data), parsed.GetValue(config)), async outbox =>
            {
                var count = await act(outbox, parsed.GetValue(key), cancellation);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {done}"));
                return count > 0 || parsed.GetValue(dead) ? Usage.Well : Usage.Findings;
            }, cancellation);
        });
        return command;
    }

    private static async Task<int> WithAsync((string? Data, string? Config) place, Func<OutboxList, Task<int>> act, CancellationToken cancellation)
    {
        if (Configured.Read(place.Config, new() { ["data"] = place.Data }, out var problem) is not { } settings)
            return Usage.Say(problem!);
        if (DataFolder.IsTrace(settings.Data))
            return Usage.Say("--data names a trace folder; its keys can be guessed.");
        // The server's own keys: a folder without any would be given new ones, which open nothing.
        var options = new VaultOptions { DataFolder = settings.Data, VolatileKeyFolder = settings.KeysVolatileFolder };
        await using var vault = await SealedVault.OpenAsync(options, TimeProvider.System, new SystemRandomness(), cancellation);
        return await act(new OutboxList(vault.Outbox, TimeProvider.System));
    }

    private static string Line(ListedParcel one) => string.Create(CultureInfo.InvariantCulture,
        $"{one.Key}  {one.Recipient}  {Form(one)}  {one.Attempts} attempts  {Standing(one)}  {one.Due.UtcDateTime:yyyy-MM-dd HH:mm}Z");

    private static string Standing(ListedParcel one) => one.Dead is { } reason ? $"dead: {reason}, since" : one.Sending ? "being sent until" : one.Last is { } last ? $"next try ({last})" : "next try";

    private static string Form(ListedParcel one) => one.Form?.ToString().ToLowerInvariant() ?? ListedParcel.Unreadable;

    private static string Json(ListedParcel one) => new JsonObject
    {
        ["key"] = one.Key,
        ["recipient"] = one.Recipient,
        ["form"] = Form(one),
        ["attempts"] = one.Attempts,
        ["due"] = one.Due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["sending"] = one.Sending,
        ["last"] = one.Last,
        ["dead"] = one.Dead,
    }.ToJsonString();
}
