using System.Diagnostics;
using System.Security.Cryptography;

namespace RemedyBot.EndToEnd.Durability;

/// <summary>T1, T22, T25: twenty people write, the server is killed twenty times, and nothing is lost, doubled or readable.</summary>
public sealed class When_the_server_is_killed : IDisposable
{
    private const int People = 20;
    private const int Kills = 20;
    private static readonly string[] Tables = ["conversation", "turn", "code", "letter", "outbox", "thread", "desk"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("remedybot-kill-").FullName;
    private readonly string _beside = Directory.CreateTempSubdirectory("remedybot-beside-").FullName;
    private int _kills;

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_beside, recursive: true);
    }

    [Fact]
    public async Task No_answer_is_lost_or_doubled_no_case_goes_twice_and_no_word_can_be_read()
    {
        await SetUpDesk();
        // Diagnostics off, as the unit file and the container have it: the runtime's own sockets would outlive a kill.
        var environment = new Dictionary<string, string> { ["TMPDIR"] = _beside, ["HOME"] = _beside, ["DOTNET_EnableDiagnostics"] = "0" };
        await using var server = new Mortal(_data, new Dictionary<string, string> { ["limits:enabled"] = "false" }, environment);
        await server.Start();
        var people = Enumerable.Range(0, People).Select(_ => new Person(server)).ToList();
        var canaries = people.Select(p => p.Canary).ToList();
        var writing = people.Select((person, number) => Task.Run(() => Write(person, number))).ToList();
        await KillAgainAndAgain(server, people, writing);
        await Task.WhenAll(writing);
        Assert.True(people.Sum(p => p.Again) > Kills, "No form was ever sent again, so nothing was proved.");

        await Until(() => Traces.Rows(_data, "outbox").Count == 0);
        Assert.Equal(People, Traces.Rows(_data, "desk").Count);
        Assert.Equal(People, Traces.Rows(_data, "conversation").Count);
        NothingReadable(canaries, server);

        await EraseSome(people, canaries, server);
        await ExpireAll(canaries, server);
    }

    /// <summary>Each hands the case over after another kill, so that kills fall on every part of a conversation.</summary>
    private async Task Write(Person person, int number)
    {
        await person.Begin();
        await person.Tell();
        do
            await person.Look();
        while (Volatile.Read(ref _kills) < number);
        await person.HandOver();
        while (Volatile.Read(ref _kills) < Kills)
            await person.Look();
    }

    private async Task KillAgainAndAgain(Mortal server, List<Person> people, List<Task> writing)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            // A moment that falls anywhere: in the first answer after a restart, or after each had two.
            var moment = people.Sum(p => p.Answered) + RandomNumberGenerator.GetInt32(1, 2 * People);
            while (people.Sum(p => p.Answered) < moment)
            {
                if (writing.Find(w => w.IsFaulted) is { } failed)
                    await failed;
                await Task.Delay(5);
            }
            await Task.Delay(RandomNumberGenerator.GetInt32(0, 50));
            await server.Kill();
            if (kill % 5 == 0)
                NothingReadable([.. people.Select(p => p.Canary)], server);
            await server.Start();
            Interlocked.Increment(ref _kills);
        }
    }

    private async Task EraseSome(List<Person> people, List<string> canaries, Mortal server)
    {
        var before = Traces.Rows(_data, Tables);
        foreach (var person in people.Take(People / 2))
            await person.Erase();
        var after = Traces.Rows(_data, Tables);
        Assert.Equal(People - (People / 2), after.Keys.Count(k => k.Table == "conversation"));
        Assert.Equal(People - (People / 2), after.Keys.Count(k => k.Table == "desk"));
        var gone = before.Where(row => !after.ContainsKey(row.Key)).Select(row => row.Value).ToList();
        Assert.True(gone.Count > People);
        Assert.Empty(Traces.OfBodies([_data, _beside], gone, after.Values));
        NothingReadable(canaries, server);
    }

    private async Task ExpireAll(List<string> canaries, Mortal server)
    {
        Assert.Equal(0, await server.Stop());
        var before = Traces.Rows(_data, Tables);
        Traces.LetAllExpire(_data);
        await server.Start();
        await Until(() => Traces.Rows(_data, Tables).Count == 0);
        await Until(() => Traces.OfBodies([_data, _beside], before.Values, []).Count == 0);
        Assert.Equal(0, await server.Stop());
        NothingReadable(canaries, server);
    }

    private void NothingReadable(List<string> canaries, Mortal server)
    {
        Assert.Equal(["desk-public.pem"], Directory.EnumerateFileSystemEntries(_beside).Select(Path.GetFileName));
        Assert.Empty(Traces.OfWords([_data, _beside], canaries));
        Assert.DoesNotContain(server.Outputs, output => Traces.InText(output, canaries));
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
            await Task.Delay(200, limit.Token);
    }

    /// <summary>A desk whose private half is nowhere on this machine.</summary>
    private async Task SetUpDesk()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(_beside, "desk-public.pem");
        await File.WriteAllTextAsync(file, key.ExportSubjectPublicKeyInfoPem());
        using var process = Process.Start(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), "desk", "init", "--data", _data, "--public-key", file]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
