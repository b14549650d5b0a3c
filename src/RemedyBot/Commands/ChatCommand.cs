using System.CommandLine;
using System.Globalization;
using RemedyBot.Composition;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using RemedyBot.Turns;

namespace RemedyBot.Commands;

/// <summary>`remedybot chat`: a conversation in the terminal, or with a program (contract, section 2).</summary>
public static class ChatCommand
{
    // Days are counted from here and to the end of what is kept: there is room for both.
    private const int FirstYear = 1970, LastYear = 9000;

    private static readonly string[] Rfc3339 =
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Speak JSON: one object out at the start and for each line in." };
        var trace = new Option<bool>("--trace") { Description = "Also tell what happened behind the words: with --json as a field, else in a line. Marks --data as a trace folder." };
        var lang = new Option<string?>("--lang") { Description = "Answer the language question with this BCP 47 tag; draft languages too." };
        var data = new Option<string?>("--data") { Description = "Keep what `serve` would keep in this folder; without it, only in memory." };
        var resume = new Option<string?>("--resume") { Description = "Come back with this case code; - takes it from the first line." };
        var now = new Option<string?>("--now") { Description = "A fixed instant, RFC 3339: 2026-11-22T12:00:00Z." };
        var seed = new Option<long?>("--seed") { Description = "Make ids and codes reproducible; with --data only together with --trace." };
        var content = new Option<string?>("--content") { Description = "A folder with dialogs and localization of your own, laid over the shipped ones." };
        var command = new Command("chat", "Have the conversation in this terminal.\nExample: remedybot chat --json --lang en --trace < lines.txt")
        {
            json, trace, lang, data, resume, now, seed, content,
        };
        command.SetAction((parsed, cancellation) => RunAsync(new(
            parsed.GetValue(json), parsed.GetValue(trace), parsed.GetValue(lang), parsed.GetValue(data), parsed.GetValue(resume),
            parsed.GetValue(now), parsed.GetValue(seed), parsed.GetValue(content)), cancellation));
        return command;
    }

    private sealed record Asked(bool Json, bool Trace, string? Language, string? Data, string? Resume, string? Now, long? Seed, string? Content);

    private static async Task<int> RunAsync(Asked asked, CancellationToken cancellation)
    {
        if (asked.Seed is not null && asked.Data is not null && !asked.Trace)
            return Usage.Say("--seed makes keys that can be guessed. With --data it needs --trace, which marks the folder.");
        if (!Instant(asked.Now, out var now))
            return Usage.Say($"--now takes an RFC 3339 instant of the years {FirstYear} to {LastYear}, such as 2026-11-22T12:00:00Z.");
        if (asked.Content is { } overlay && !Directory.Exists(overlay))
            return Usage.Say("--content names no folder.");
        if (UsableContent.Open(new ContentFolder(asked.Content)) is not { } loaded)
            return Usage.Findings;
        var language = asked.Language is null ? null : loaded.Localizer.Negotiator.Match([asked.Language], drafts: true);
        if (asked.Language is { } tag && language is null)
            return Usage.Say($"--lang: no language is called {tag}. Known: {string.Join(", ", loaded.Localizer.Registry.All.Select(l => l.Tag))}.");
        if (asked.Data is { } folder && asked.Trace)
            DataFolder.MarkAsTrace(folder);
        else if (asked.Data is { } plain && DataFolder.IsTrace(plain))
            return Usage.Say("--data names a trace folder; open it with --trace.");
        var parts = new BotParts(loaded, new() { DataFolder = asked.Data }, new() { Trace = asked.Trace, Drafts = true })
        {
            Time = now is { } fixedNow ? new FixedTime(fixedNow) : TimeProvider.System,
            Randomness = asked.Seed is { } seed ? new SeededRandomness(seed) : new SystemRandomness(),
            PretendDesk = asked.Data is null,
        };
        await using var bot = await Bot.OpenAsync(parts, cancellation);
        var talk = new ChatTalk(bot, language, asked.Data is null);
        if (asked.Json)
            await JsonAsync(talk, asked.Resume, cancellation);
        else
            await new ChatTerminal(talk).RunAsync(asked.Resume, cancellation);
        return Usage.Well;
    }

    private static async Task JsonAsync(ChatTalk talk, string? resume, CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        using var lines = new ChatLines(Console.OpenStandardInput());
        await SendAsync(output, await talk.BeginAsync(resume, cancellation), cancellation);
        while (lines.Read() is { } line)
            await SendAsync(output, await talk.SayAsync(line, cancellation), cancellation);
    }

    private static async Task SendAsync(Stream output, TurnReply reply, CancellationToken cancellation)
    {
        await output.WriteAsync(ChatJson.Write(reply), cancellation);
        await output.FlushAsync(cancellation);
    }

    private static bool Instant(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null)
            return true;
        var good = DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Rfc3339, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read);
        instant = read;
        return good && read.Year is >= FirstYear and <= LastYear;
    }
}
