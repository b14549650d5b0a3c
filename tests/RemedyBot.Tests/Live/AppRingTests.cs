using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>The desk answers somebody in Telegram days later: what comes by itself, and to whom.</summary>
public sealed class AppRingTests : IAsyncLifetime
{
    private const string Ring = "There is a message for you.";
    private const string Words = "CANARY please call us";
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2.5);

    private FakeTelegram _telegram = null!;
    private AnAppCase _case = null!;

    private IReadOnlyList<JsonObject> Rung => [.. _case.Chat.Sent.Where(m => (string?)m["text"] == Ring)];

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.Start();
        _case = await AnAppCase.Start(_telegram);
    }

    public async Task DisposeAsync()
    {
        await _case.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task With_a_yes_one_neutral_message_comes_and_the_next_message_shows_the_answer()
    {
        var reference = await _case.HandOver(rings: true);
        Assert.Equal(1, Rows("thread"));
        _case.Desk.Clock.Advance(TimeSpan.FromDays(3));
        await _case.Desk.SignIn();
        await _case.Answer(reference, Words);
        var rung = await Waited();
        Assert.Null(rung["reply_markup"]);
        Assert.Equal(0, Rows("thread"));

        await _case.Answer(reference, "And another word");
        await Task.Delay(Moment);
        Assert.Single(Rung);

        await _case.Chat.Say("hello");
        Assert.Contains(Words, AChat.Text(await _case.Chat.Say("no")), StringComparison.Ordinal);
        Assert.Equal(1, Rows("thread"));
    }

    [Fact]
    public async Task Without_a_yes_no_address_is_stored_for_it_and_nothing_comes()
    {
        var reference = await _case.HandOver(rings: false);
        await _case.Answer(reference, Words);
        await Task.Delay(Moment);
        Assert.Equal((0, 0), (Rows("thread"), Rows("outbox")));
        Assert.Empty(Rung);
        Assert.False(Stands(_case.Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await _case.Chat.Say("hello");
        Assert.Contains(Words, AChat.Text(await _case.Chat.Say("no")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("change", "/consent/desk", "yes")]
    [InlineData("change", "/ring/may", "no")]
    [InlineData("erase", "yes")]
    [InlineData("stop")]
    public async Task Taken_back_nothing_comes_and_nothing_is_left(params string[] says)
    {
        var reference = await _case.HandOver(rings: true);
        foreach (var text in says)
            await _case.Chat.Say(text);
        if (says[0] != "erase" && says[1..] is not ["/consent/desk", ..])
            await _case.Answer(reference, Words);
        await Task.Delay(Moment);
        Assert.Equal((0, 0), (Rows("thread"), Rows("outbox")));
        Assert.Empty(Rung);
    }

    [Fact]
    public async Task A_server_that_begins_again_before_the_message_went_sends_exactly_one_and_an_erase_takes_it_back()
    {
        var reference = await _case.HandOver(rings: true);
        _telegram.Refusals["sendMessage"] = new([new() { ["error_code"] = 429, ["description"] = "Too Many Requests", ["parameters"] = new JsonObject { ["retry_after"] = 1 } }]);
        await _case.Answer(reference, Words);
        for (var tried = 0; !_telegram.Refusals["sendMessage"].IsEmpty && tried < 400; tried++)
            await Task.Delay(25);
        await _case.Desk.Restart();
        _case.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var rung = await Waited();
        await Task.Delay(Moment);
        Assert.Single(Rung, m => m["message_id"] is not null);

        await _case.Chat.Say("erase");
        await _case.Chat.Say("yes");
        for (var tried = 0; _telegram.Of("deleteMessages").Count == 0 && tried < 400; tried++)
            await Task.Delay(25);
        Assert.Contains(_telegram.Of("deleteMessages").SelectMany(c => c["message_ids"]!.AsArray()), id => (int)id! == (int)rung["message_id"]!);
    }

    /// <summary>What came by itself, once it has.</summary>
    private async Task<JsonObject> Waited()
    {
        for (var tried = 0; !Rung.Any(m => m["message_id"] is not null) && tried < 400; tried++)
            await Task.Delay(25);
        return Assert.Single(Rung, m => m["message_id"] is not null);
    }

    private int Rows(string table)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(_case.Desk.Folder, "remedybot.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        count.CommandText = "SELECT count(*) FROM " + table;
#pragma warning restore CA2100
        return Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private bool Stands(string word) => Directory.EnumerateFiles(_case.Desk.Folder, "remedybot.db*").Any(file =>
    {
        using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[read.Length];
        read.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });
}
