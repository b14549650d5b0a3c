namespace RemedyBot.Tests.Channels.Every;

/// <summary>One message as the app shows it.</summary>
internal sealed record Heard(string Text, IReadOnlyList<string> Taps);

/// <summary>Somebody who writes in an app, whichever it is.</summary>
/// <param name="send">Brings words to the server; the status of the call.</param>
/// <param name="change">Brings an earlier message that was changed to these words; null where the app knows none.</param>
internal sealed class APersonInAnApp(AServer server, string app, Func<string, Task<int>> send, Func<IReadOnlyList<Heard>> all, Func<string, Task<int>>? change = null)
{
    /// <summary>In Settled's steps: others write in the same server.</summary>
    private const int HalfASecond = 20;

    private readonly List<string> _dump = [];

    public string App => app;

    public IReadOnlyList<Heard> All => all();

    public string Text => string.Join('\n', All.Select(h => h.Text));

    /// <summary>The talk as it stands on the phone.</summary>
    public string Dump => string.Join('\n', _dump);

    public bool CanChange => change is not null;

    public async Task Change(string text) => Assert.Equal(200, await change!(text));

    /// <summary>Says it, and waits until the answers have come to rest.</summary>
    public async Task<IReadOnlyList<Heard>> Say(string text)
    {
        var before = All.Count;
        Assert.Equal(200, await send(text));
        var heard = await Settled.After(all, before, 1, server, HalfASecond);
        _dump.Add($"\n>>> {text}");
        _dump.AddRange(heard.Select(h => $"[{h.Text.Length}]\n{h.Text}{(h.Taps.Count > 0 ? "\n  " + string.Join("  ", h.Taps.Select(t => $"[{t}]")) : "")}\n--"));
        return heard;
    }
}
