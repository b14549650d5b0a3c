using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Tests.Channels;

/// <summary>T20: a chat that was taken from an app to the page. Nothing in the store leads from one to the other.</summary>
public sealed partial class MovedAppsTests
{
    [Fact]
    public async Task No_value_links_the_two_rows_the_old_one_is_gone_and_the_code_is_dead()
    {
        await using var telegram = await FakeTelegram.Start();
        await using var server = await AServer.Start(s => telegram.Behind(s) with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        for (var tried = 0; telegram.Webhook is null && tried < 200; tried++)
            await Task.Delay(25);
        var chat = new AChat(telegram, server);
        foreach (var text in (string[])["hello", "en", "no", "no", "adult", "abuse.threat", "help"])
            await chat.Say(text);
        var code = Code().Match(AChat.Text(await chat.Say("move"))).Value;
        var before = Values(server);
        Assert.True(before.Count > 8);

        var line = await Back(server, code);
        Assert.Equal("return/device", (string?)Line.Asked(await line.Poll())["step"]);
        Assert.Empty(before.Intersect(Values(server), StringComparer.Ordinal));

        Assert.NotEqual("return/device", (string?)Line.Asked(await (await Back(server, code)).Poll())["step"]);
        Assert.Contains("Which language", AChat.Text(await chat.Say("hello")), StringComparison.Ordinal);
    }

    private static async Task<Line> Back(AServer server, string code)
    {
        var line = new Line(server) { Origin = "https://help.example" };
        await line.Generate();
        await line.Start("en");
        await line.Poll();
        await line.Say(code);
        return line;
    }

    /// <summary>Every id, tag, salt and piece of a body that stands in the store about people; the days are left out, which many share.</summary>
    private static HashSet<string> Values(AServer server)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        using var database = new SqliteConnection($"Data Source={Path.Combine(server.Data, "remedybot.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        foreach (var table in (string[])["conversation", "turn", "code"])
        {
            using var read = database.CreateCommand();
#pragma warning disable CA2100 // The three names above.
            read.CommandText = "SELECT id, tag, salt, body FROM " + table;
#pragma warning restore CA2100
            using var rows = read.ExecuteReader();
            while (rows.Read())
            {
                values.Add(rows.GetInt64(0).ToString(CultureInfo.InvariantCulture));
                for (var column = 1; column < 4; column++)
                {
                    var bytes = (byte[])rows.GetValue(column);
                    for (var at = 0; at + 8 <= bytes.Length; at += 8)
                        values.Add(Convert.ToHexString(bytes, at, 8));
                }
            }
        }
        return values;
    }

    [GeneratedRegex(@"\d{5}(?:[ -]?\d{5}){4}")]
    private static partial Regex Code();
}
