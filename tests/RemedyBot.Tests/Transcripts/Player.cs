using System.Globalization;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Tests.Contract;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Transcripts;

/// <summary>Plays a transcript through the real turns and tells what happened.</summary>
internal static class Player
{
    private const string Skipping = "= skip to ";
    private const string Writes = "= the worker writes ";

    /// <summary>For the whole file: <see cref="Transcript.Open"/>.</summary>
    private static readonly string[] Settings =
        ["= no desk", "= no language", "= two recipients", "= in an app", "= in an app that takes back", "= in an app without a page", "= in a discreet app", "= in an app that can be written to", "= mail to people", "= a machine translates", "= a machine fails"];

    public static async Task<IReadOnlyList<string>> Play(Transcript transcript, AChat chat, string language, Manner manner)
    {
        var told = new List<string>();
        var telling = new Telling();
        Person? person = null;
        string? code = null;
        foreach (var line in transcript.Written)
        {
            told.Add(line);
            if (line.Length == 0 || line[0] == '#' || Settings.Contains(line) || await Beside(chat, line))
                continue;
            if (line.StartsWith(Skipping, StringComparison.Ordinal))
            {
                while (person is { Ended: false } && person.Step != line[Skipping.Length..])
                {
                    await person.Say("skip");
                    told.AddRange(telling.Of(person));
                }
                continue;
            }
            if (line[0] == '=')
                (telling, person) = (new(), line switch
                {
                    "= greet" => await Greet(),
                    "= come back" => await chat.Greet(language, "-"),
                    "= come back with the code" => await chat.Greet(language, code),
                    _ => throw new InvalidOperationException($"{transcript.Name}: what does \"{line}\" mean?"),
                });
            else
                await Said(line, person ?? throw new InvalidOperationException($"{transcript.Name} begins with a greeting."));
            code = person.Code ?? code;
            told.AddRange(telling.Of(person));
        }
        return told;

        Task<Person> Greet() => transcript.InAnApp
            ? chat.Write(language, Place(transcript), transcript.AsksLanguage)
            : chat.Greet(transcript.AsksLanguage ? null : language);

        async Task Said(string line, Person who) =>
            await who.Say(Answering.As(manner, Answering.Filled(line.Length > 2 ? line[2..] : "", code, language), who, language));
    }

    private static AppPlace Place(Transcript transcript) => new("app:telegram", "a chat")
    {
        Deletes = transcript.TakesBack ? 48 : 0,
        Discreet = transcript.Discreet,
        Readers = AChat.Content.Channels.Of("app:telegram").Readers,
        Call = transcript.Rings ? (text, _) => new("app:telegram", text) : null,
    };

    /// <summary>What happens beside the person; false where the line says something else.</summary>
    private static async Task<bool> Beside(AChat chat, string line)
    {
        switch (line)
        {
            case "= the helplines answer":
                await chat.Helplines!.Answer(chat.Bot.Vault, "We have read it.");
                break;
            case "= the helplines refuse answers":
                chat.Helplines!.Refuses = ParcelForm.Answer;
                break;
            case "= the helplines take answers":
                chat.Helplines!.Refuses = null;
                break;
            case "= a worker is there":
                chat.Worker!.Come();
                break;
            case "= the worker takes it":
                await chat.Worker!.Act(HandoffState.Accepted);
                break;
            case "= the worker ends it":
                await chat.Worker!.Act(HandoffState.Done);
                break;
            case "= the worker declines it":
                await chat.Worker!.Act(HandoffState.Declined);
                break;
            case "= the worker leaves":
                chat.Worker!.Leave();
                break;
            case not null when line.StartsWith(Writes, StringComparison.Ordinal):
                await chat.Worker!.Act(HandoffState.Answered, line[Writes.Length..]);
                break;
            case not null when line.Split(' ') is ["=", var count, "days" or "minutes", "later"]:
                chat.Later(double.Parse(count, CultureInfo.InvariantCulture) / (line.Contains("days", StringComparison.Ordinal) ? 1 : 24 * 60));
                break;
            default:
                return false;
        }

        return true;
    }
}
