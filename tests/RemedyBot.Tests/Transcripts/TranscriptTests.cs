using RemedyBot.Dialogs.Model;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Transcripts;

/// <summary>Every conversation of this folder, in every language, answered by values, by titles and by numbers.</summary>
public sealed class TranscriptTests
{
    /// <summary>With REMEDYBOT_UPDATE=1 the files are written anew, to be read before they are committed.</summary>
    private static readonly bool Updates = Environment.GetEnvironmentVariable("REMEDYBOT_UPDATE") == "1";

    /// <summary>Said in some languages only; where a helpline's key has ended (`KeyEndTests`); where the model is not sure (`MaybeTests`).</summary>
    private static readonly string[] Elsewhere = ["main/beta", "letter-answer/unreachable", "maybe-danger/now", "maybe-selfharm/thoughts"];

    public static TheoryData<string> Names => [.. Transcript.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written_in_every_language(string name)
    {
        var transcript = Transcript.Read(name);
        var english = await Play(transcript, "en", Manner.Values);
        if (Updates)
            await File.WriteAllTextAsync(transcript.Path, string.Join('\n', english) + "\n");
        else
            Assert.Equal(transcript.Lines, english);
        Assert.Equal(english, await Play(transcript, "en", Manner.Numbers));
        foreach (var language in AChat.Languages)
        {
            if (language != "en")
                Assert.Equal(english, await Play(transcript, language, Manner.Values));
            var titled = await Play(transcript, language, Manner.Titles);
            Assert.True(english.SequenceEqual(titled), $"{language}, by titles:\n{Difference(english, titled)}");
        }
    }

    // Each play has a bot of its own: time may have passed in the one before.
    private static async Task<IReadOnlyList<string>> Play(Transcript transcript, string language, Manner manner)
    {
        await using var chat = await transcript.Open();
        return await Player.Play(transcript, chat, language, manner);
    }

    [Fact]
    public void Every_dialog_and_every_end_and_every_question_is_in_a_transcript()
    {
        var heard = Transcript.Names.SelectMany(n => Transcript.Read(n).Lines).Where(l => l.StartsWith("< ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var missing = AChat.Content.Dialogs.Dialogs.All.SelectMany(d => d.Steps.Where(s => s is Ask or End or Say).Select(s => $"{d.Name}/{s.Id}"))
            .Where(s => !heard.Contains(s) && !Elsewhere.Contains(s)).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "In no transcript: " + string.Join(", ", missing));
    }

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        return $"line {at + 1}\n" + string.Join('\n', expected.Skip(Math.Max(0, at - 2)).Take(5)) + "\n--- but\n" + string.Join('\n', actual.Skip(Math.Max(0, at - 2)).Take(5));
    }
}
