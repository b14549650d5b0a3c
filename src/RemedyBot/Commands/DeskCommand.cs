using System.CommandLine;
using RemedyBot.Composition;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Commands;

/// <summary>`remedybot desk …`: sets the desk up and lets workers in and out, beside a server that may be running.</summary>
public static class DeskCommand
{
    private const string DefaultWord = "desk";

    public static Command Create() => new("desk", "The built-in desk, where a helpline reads cases and answers.") { Init(), Add(), Remove(), List() };

    /// <summary>The setting `desk:passphraseFile`: sets the desk up where none stands, and does nothing else.</summary>
    internal static Task<int> SetUpOnceAsync(Settings settings, string passphraseFile, CancellationToken cancellation) => WithDeskAsync(
        settings,
        desk => desk.Enrolment.IsSetUp
            ? Task.FromResult(Usage.Well)
            : new DeskTalk(desk, json: false).EnrolAsync(DefaultWord, passphraseFile, desk.Enrolment.SetUpAsync, cancellation),
        cancellation);

    private static Command Init()
    {
        var (data, config) = (Configured.Data(), Configured.Config());
        var word = new Option<string>("--word") { Description = "What the first worker signs in with; not a real name.", DefaultValueFactory = _ => DefaultWord };
        var passphrase = new Option<string?>("--passphrase-file") { Description = "A file whose first line is the first worker's passphrase: at least 5 words or 16 characters." };
        var publicKey = new Option<string?>("--public-key") { Description = "Seal cases to this P-256 public key (JWK or PEM); this server then never holds the private half." };
        var json = Json();
        var command = new Command("init", "Set the desk up.\nExample: remedybot desk init --data data --public-key desk-public.jwk") { data, config, word, passphrase, publicKey, json };
        command.SetAction((parsed, cancellation) => WithDeskAsync((parsed.GetValue(data), parsed.GetValue(config)), desk =>
        {
            var talk = new DeskTalk(desk, parsed.GetValue(json));
            return parsed.GetValue(publicKey) is { } file
                ? Task.FromResult(SetUp(desk, file, talk))
                : talk.EnrolAsync(parsed.GetValue(word)!, parsed.GetValue(passphrase), desk.Enrolment.SetUpAsync, cancellation);
        }, cancellation));
        return command;
    }

    private static Command Add()
    {
        var (data, config) = (Configured.Data(), Configured.Config());
        var word = new Option<string>("--word") { Description = "What the new worker signs in with; not a real name.", Required = true };
        var passphrase = new Option<string?>("--passphrase-file") { Description = "A file whose first line is the new worker's passphrase." };
        var json = Json();
        var command = new Command("add", "Enrol a worker; a colleague signs in first, since only they can pass the key on.\nExample: remedybot desk add --data data --word heron") { data, config, word, passphrase, json };
        command.SetAction((parsed, cancellation) => WithDeskAsync(
            (parsed.GetValue(data), parsed.GetValue(config)),
            desk => new DeskTalk(desk, parsed.GetValue(json)).AddAsync(parsed.GetValue(word)!, parsed.GetValue(passphrase), cancellation),
            cancellation));
        return command;
    }

    private static Command Remove()
    {
        var (data, config) = (Configured.Data(), Configured.Config());
        var word = new Option<string>("--word") { Description = "The worker's sign-in word.", Required = true };
        var command = new Command("remove", "Remove a worker; open sessions end at once.\nExample: remedybot desk remove --data data --word heron") { data, config, word };
        command.SetAction((parsed, cancellation) => WithDeskAsync(
            (parsed.GetValue(data), parsed.GetValue(config)),
            async desk => await desk.Enrolment.RemoveAsync(parsed.GetValue(word)!, cancellation)
                ? DeskTalk.Well("The worker is removed.")
                : DeskTalk.Failed("There is no such worker, or it is the last one."),
            cancellation));
        return command;
    }

    private static Command List()
    {
        var (data, config) = (Configured.Data(), Configured.Config());
        var json = Json();
        var command = new Command("list", "Say how the desk is set up and how many workers there are; their words are sealed.\nExample: remedybot desk list --data data") { data, config, json };
        command.SetAction((parsed, cancellation) => WithDeskAsync(
            (parsed.GetValue(data), parsed.GetValue(config)), desk => Task.FromResult(new DeskTalk(desk, parsed.GetValue(json)).Describe()), cancellation));
        return command;
    }

    private static int SetUp(FrontDesk desk, string file, DeskTalk talk)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Usage.Say("--public-key names no file that can be read.");
        }

        if (SealingKey.HoldsPrivateHalf(text))
            return Usage.Say("--public-key holds a private key. Please give the public half only, so that this server never sees the other one.");
        if (SealingKey.Read(text) is not { } key)
            return Usage.Say("--public-key holds no P-256 public key. A JWK or a PEM file is needed.");
        return desk.Enrolment.SetUp(key) ? talk.Described("The desk is set up with your public key. Workers are enrolled with `remedybot desk add`.") : DeskTalk.Already();
    }

    private static Task<int> WithDeskAsync((string? Data, string? Config) place, Func<FrontDesk, Task<int>> act, CancellationToken cancellation) =>
        Configured.Read(place.Config, new() { ["data"] = place.Data }, out var problem) is { } settings
            ? WithDeskAsync(settings, act, cancellation)
            : Task.FromResult(Usage.Say(problem!));

    private static async Task<int> WithDeskAsync(Settings settings, Func<FrontDesk, Task<int>> act, CancellationToken cancellation)
    {
        if (DataFolder.IsTrace(settings.Data))
            return Usage.Say("--data names a trace folder; its keys can be guessed.");
        var random = new SystemRandomness();
        // The same place for the keys as the server has: a key made elsewhere would open nothing there, and would stay on the disk.
        var options = new VaultOptions { DataFolder = settings.Data, VolatileKeyFolder = settings.KeysVolatileFolder };
        await using var vault = await SealedVault.OpenAsync(options, TimeProvider.System, random, cancellation);
        using var desk = new FrontDesk(vault, new DeskFile(settings.Data), TimeProvider.System, random);
        return await act(desk);
    }

    private static Option<bool> Json() => new("--json") { Description = "One JSON object on standard output." };
}
