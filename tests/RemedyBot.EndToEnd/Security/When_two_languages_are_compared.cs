namespace RemedyBot.EndToEnd.Security;

/// <summary>T2: the database says how much, never what, in which language, when or to whom.</summary>
public sealed class When_two_languages_are_compared
{
    private const string English = "kestrelcanary wrote that he waits at my door tonight";
    private const string Arabic = "طائرالكناري كتب أنه ينتظرني عند باب بيتي هذه الليلة";
    private const string Browser = "CanaryBrowser/77.5 (Perch; rv:12)";
    private const string Address = "198.51.100.77";

    [Fact]
    public async Task The_databases_differ_in_nothing_but_random_bytes()
    {
        var (english, englishSizes) = await Look("en", English);
        var (arabic, arabicSizes) = await Look("ar", Arabic);

        Assert.Equal(english, arabic);
        // A size class may be seen, and an Arabic letter takes two bytes: nothing more than that may show.
        foreach (var (one, other) in englishSizes.Zip(arabicSizes))
        {
            Assert.Equal(one.Table, other.Table);
            Assert.True(other.Size <= one.Size * 2 && one.Size <= other.Size * 2, $"{one} and {other}");
        }
    }

    /// <summary>What a thief of the database can count: schema, rows and last days of each table; and the sizes.</summary>
    private static async Task<(IReadOnlyList<string> Counts, IReadOnlyList<(string Table, int Size)> Sizes)> Look(string language, string words)
    {
        // No delivery before the last word, so that both leave the same letter unread.
        await using var server = await OurServer.Start(new MovedTime(timersRun: false));
        var visitor = server.Visitor();
        visitor.Headers["User-Agent"] = Browser;
        visitor.Headers["X-Forwarded-For"] = Address;
        var secrets = new List<string> { words, Browser, Address, DeskWorker.Word, DeskWorker.Passphrase };
        await visitor.Open("?lang=" + language);
        await Walk.ToCode(visitor, words);
        var code = visitor.Code;
        secrets.AddRange([code, code.Replace(" ", "", StringComparison.Ordinal)[5..24], visitor.Token, visitor.Id]);
        await visitor.Say(code);
        await server.Stop();
        await using var next = await OurServer.Start(server.Time, server.Data);
        using var worker = await next.Worker();
        var reference = Assert.Single(await worker.Cases(1));
        secrets.AddRange([.. words.Split(' ').Where(word => word.Length > 5), "العربية", "abuse.threat", "2026-11-22T", "due\":", "attempts", "\"lang\"", "immediate_danger", "confirmed"]);
        AssertSealed(server.Data, secrets, reference);

        var rows = server.Rows();
        Assert.All(rows, AssertShape);
        return (
            [.. Disk.Schema(server.Data), .. rows.GroupBy(row => (row.Table, row.Day)).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal)],
            [.. rows.Select(row => (row.Table, Size: row.Body.Length)).OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Size)]);
    }

    private static void AssertSealed(string folder, IReadOnlyList<string> secrets, string reference)
    {
        var files = Disk.Files(folder);
        Assert.Contains(files.Keys, name => name.EndsWith(".db-wal", StringComparison.Ordinal));
        Spellings.AssertAbsent(files, secrets);
        // Which case is whose is nobody's to see, and what stands in the header of a sealed one neither.
        var rows = Disk.Rows(folder);
        Assert.Contains(rows, row => row.Table == "desk");
        foreach (var row in rows)
            Spellings.AssertAbsent(new Dictionary<string, byte[]> { [row.Table] = row.Body }, [reference, "\"rid\":\"desk\""]);
    }

    private static void AssertShape(StoredRow row)
    {
        Assert.Contains(row.Body.Length, new[] { 4_000, 8_000, 16_000, 32_000, 64_000 });
        Assert.Equal(8, row.Tag.Length);
        Assert.Equal(16, row.Salt.Length);
    }
}
