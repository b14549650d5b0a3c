using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Transcripts;

/// <summary>Plays a transcript through the real turns and tells what happened.</summary>
internal static class Player
{
    private const string Settings = "= no ";
    private const string Recipients = "= two recipients";
    private const string Answer = "= the helplines answer";
    private const string Later = " days later";
    private const string Skipping = "= skip to ";

    public static async Task<IReadOnlyList<string>> Play(Transcript transcript, AChat chat, string language, Manner manner)
    {
        var told = new List<string>();
        var telling = new Telling();
        Person? person = null;
        string? code = null;
        foreach (var line in transcript.Written)
        {
            told.Add(line);
            if (line.Length == 0 || line[0] == '#' || line == Recipients || line.StartsWith(Settings, StringComparison.Ordinal))
                continue;
            if (line == Answer)
            {
                await chat.Helplines!.Answer(chat.Bot.Vault, "We have read it.");
                continue;
            }
            if (line.EndsWith(Later, StringComparison.Ordinal))
            {
                chat.Later(int.Parse(line[2..^Later.Length], System.Globalization.CultureInfo.InvariantCulture));
                continue;
            }
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
                    "= greet" => await chat.Greet(transcript.AsksLanguage ? null : language),
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

        async Task Said(string line, Person who) =>
            await who.Say(Answering.As(manner, Answering.Filled(line.Length > 2 ? line[2..] : "", code, language), who, language));
    }
}
