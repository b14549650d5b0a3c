using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Security;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>The real program with a desk that offers talks at all hours, and one worker.</summary>
internal sealed class TalkingDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remedybot-talk-").FullName;
    private ServerProcess? _server;

    public Uri Root => _server!.Root;

    public static async Task<TalkingDesk> Start()
    {
        var desk = new TalkingDesk();
        var (data, content) = (Path.Combine(desk._folder, "data"), Path.Combine(desk._folder, "content"));
        var dialogs = Directory.CreateDirectory(Path.Combine(content, "dialogs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dialogs, "recipients.yaml"),
            "format: 1\ndesk: {talk: {open: [sun-sat 00:00-24:00], zone: UTC, hours: {en: at all hours}, answer_minutes: 3}}\nrecipients: []\n");
        Directory.CreateDirectory(data);
        await DeskWorker.Enrol(data, TimeProvider.System);
        desk._server = await ServerProcess.Start(data, new Dictionary<string, string> { ["content"] = content, ["desk:name"] = "Heron Helpline" });
        return desk;
    }

    /// <summary>Somebody at the chat page, without a browser.</summary>
    public Visitor Visitor() => new(_server!.Client);

    /// <summary>The worker signs in where the page stands; once, since a code is good for one time.</summary>
    public async Task SignIn(IPage page)
    {
        using var known = new DeskWorker(Root, TimeProvider.System);
        await page.FillAsync("[name=word]", DeskWorker.Word);
        await page.FillAsync("[name=passphrase]", DeskWorker.Passphrase);
        await page.FillAsync("[name=code]", known.Digits);
        await page.ClickAsync("main button");
        await Assertions.Expect(page).ToHaveURLAsync(Root + "desk");
    }

    public async Task<IPage> Worker(Chromium chromium, Device? device = null)
    {
        var page = await chromium.Open(device ?? Device.Desktop);
        await page.GotoAsync(Root + "desk/signin");
        await SignIn(page);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
