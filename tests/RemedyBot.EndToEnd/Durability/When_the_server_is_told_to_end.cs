using System.Diagnostics;
using System.Globalization;

namespace RemedyBot.EndToEnd.Durability;

public sealed class When_the_server_is_told_to_end
{
    [Fact]
    public async Task It_finishes_the_turns_it_has_taken_and_exits_well_within_ten_seconds()
    {
        // One start a second, so that of several at once the last is held for two seconds: the signal falls into that.
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["limits:starts"] = "1" });
        await Begin(server);
        var held = Enumerable.Range(0, 5).Select(_ => Begin(server)).ToList();
        await Task.WhenAny(held);
        Assert.Contains(held, turn => !turn.IsCompleted);
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(0, await server.Stop());
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.All(await Task.WhenAll(held), page => Assert.Contains("data-step=", page, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Checklist", "22")]
    public async Task Another_one_takes_its_folder_over_only_when_it_has_ended()
    {
        var data = Directory.CreateTempSubdirectory("remedybot-two-").FullName;
        var first = await ServerProcess.Start(data);
        var second = ServerProcess.Start(data);
        await Task.Delay(2000);
        Assert.False(second.IsCompleted);
        Assert.Equal(0, await first.Stop());
        await using (var after = await second)
            Assert.Contains("data-step=", await Begin(after), StringComparison.Ordinal);
        await first.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Its_memory_is_kept_out_of_core_files()
    {
        await using var server = await ServerProcess.Start();
        var limits = await File.ReadAllLinesAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{server.Id}/limits"));
        var core = limits.Single(line => line.StartsWith("Max core file size", StringComparison.Ordinal));
        Assert.Equal(["0", "0"], core.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4..6]);
    }

    private static async Task<string> Begin(ServerProcess server)
    {
        var page = await server.Client.GetStringAsync("?lang=en");
        string Hidden(string name) => page.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];
        using var answer = await server.Client.PostAsync("/", new FormUrlEncodedContent([new("token", Hidden("token")), new("form", Hidden("form")), new("lang", "en"), new("chosen", "en"), new("choice", "no")]));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
