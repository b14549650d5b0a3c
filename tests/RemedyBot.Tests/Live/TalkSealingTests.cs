using System.Text;

namespace RemedyBot.Tests.Live;

public sealed class TalkSealingTests
{
    [Fact]
    public async Task Of_twenty_things_typed_by_both_none_stands_anywhere_in_the_data_folder_nor_to_which_case_they_belong()
    {
        await using var talk = await ATalk.Start();
        string[] words = [.. Enumerable.Range(0, 20).Select(n => $"canary{n:D2}feather{n * 7919}")];
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        for (var n = 0; n < words.Length; n += 2)
        {
            await person.Say(words[n]);
            await talk.UntilSaid(reference, words[n]);
            await talk.Act(reference, "say", words[n + 1]);
            await person.LookUntil(p => p.Human.Any(h => h.Contains(words[n + 1], StringComparison.Ordinal)));
        }

        // What nobody has fetched yet lies there too.
        await talk.Act(reference, "say", "canary20unread");
        foreach (var file in Directory.EnumerateFiles(talk.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadAsync(file);
            foreach (var word in (string[])[.. words, "canary20unread", reference, "\"rid\":\"desk\""])
                Assert.False(Holds(bytes, word), Path.GetFileName(file));
        }
    }

    private static bool Holds(byte[] bytes, string word) =>
        Written(word).Any(form => bytes.AsSpan().IndexOf(form) >= 0);

    private static IEnumerable<byte[]> Written(string word)
    {
        var plain = Encoding.UTF8.GetBytes(word);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(word);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        for (var shift = 0; shift < 3; shift++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. plain])[4..^4]);
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
