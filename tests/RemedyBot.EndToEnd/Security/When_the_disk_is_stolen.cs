using System.Text;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T3 and T4: what the whole folder opens without a token, and that yesterday's database opens with nothing of today.</summary>
public sealed class When_the_disk_is_stolen
{
    private const string Words = "kestrelcanary wrote that he waits at my door tonight";

    [Fact]
    public async Task Nothing_opens_but_deliveries_under_way_and_these_hold_a_sealed_case()
    {
        await using var server = await OurServer.Start(new MovedTime(timersRun: false));
        await Keep(server);
        using var stolen = new Stolen(server.Data);
        Assert.Equal(["code", "conversation", "outbox", "turn", "worker"], Disk.Rows(stolen.Folder).Select(row => row.Table).Distinct().Order(StringComparer.Ordinal));

        var opener = new ThiefsOpener(stolen.Folder);
        var opened = opener.Opened();
        Assert.Equal("outbox", Assert.Single(opened).Table);
        Assert.DoesNotContain("kestrelcanary", opened[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("abuse.threat", opened[0].Content, StringComparison.Ordinal);
        var envelopes = opener.Envelopes(opened[0].Content);
        Assert.Equal(2, envelopes.Count);
        Assert.All(envelopes, envelope => Assert.False(envelope.Opens));
    }

    [Fact]
    public async Task Cases_at_the_desk_and_unread_letters_do_not_open()
    {
        await using var server = await OurServer.Start();
        await Keep(server);
        using var worker = await server.Worker();
        var reference = Assert.Single(await worker.Cases(1));
        (await worker.Post("/desk/cases/" + reference, ("act", "answered"), ("text", "kestrelcanary"))).Dispose();
        using var stolen = new Stolen(server.Data);
        var opener = new ThiefsOpener(stolen.Folder);
        // The keys beside the database take the outer seal off a case, and not its own.
        var opened = opener.Opened();
        Assert.All(opened, found => Assert.Equal("desk", found.Table));
        var rows = Disk.Rows(stolen.Folder);
        Assert.Contains(rows, row => row.Table is "letter");
        var envelopes = rows.Where(row => row.Table is "letter").Select(row => Encoding.ASCII.GetString(row.Body)).Concat(opened.Select(found => found.Content)).SelectMany(opener.Envelopes).ToList();
        Assert.Equal(2 + rows.Count(row => row.Table is "letter"), envelopes.Count);
        Assert.All(envelopes, envelope => Assert.False(envelope.Opens));
    }

    [Fact]
    public async Task Yesterdays_database_opens_with_none_of_todays_keys()
    {
        var time = new MovedTime(timersRun: false);
        await using var server = await OurServer.Start(time);
        await Keep(server);
        using var yesterday = new Stolen(server.Data);
        Assert.Single(new ThiefsOpener(yesterday.Folder).Opened());

        await server.Stop();
        time.Advance(TimeSpan.FromDays(1));
        await using (var next = await OurServer.Start(time, server.Data))
        {
            var keys = Path.Combine(yesterday.Folder, "keys");
            Directory.Delete(keys, recursive: true);
            Directory.CreateDirectory(keys);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(next.Data, "keys")))
                File.Copy(file, Path.Combine(keys, Path.GetFileName(file)));
            Assert.Contains(Directory.EnumerateFiles(keys), file => file.EndsWith("delivery-2026-11-23", StringComparison.Ordinal));
            Assert.Empty(new ThiefsOpener(yesterday.Folder).Opened());
        }
    }

    private static async Task Keep(OurServer server)
    {
        var visitor = await server.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        Assert.Contains("handoff", visitor.Pages.Select(TopicsOf).SelectMany(topics => topics));
    }

    private static IEnumerable<string> TopicsOf(string page) => page.Contains("data-topic=\"handoff\"", StringComparison.Ordinal) ? ["handoff"] : [];

    /// <summary>A copy of a data folder, as it stood at one moment.</summary>
    private sealed class Stolen(string folder) : IDisposable
    {
        public string Folder { get; } = Disk.Copy(folder);

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
