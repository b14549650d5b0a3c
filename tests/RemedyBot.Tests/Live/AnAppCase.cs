using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>Somebody in Telegram, and the worker at the desk who has their case.</summary>
internal sealed partial class AnAppCase(ATalk desk, FakeTelegram telegram) : IAsyncDisposable
{
    public AChat Chat { get; } = new(telegram);

    public ATalk Desk => desk;

    public static async Task<AnAppCase> Start(FakeTelegram telegram, Func<Settings, Settings>? change = null) =>
        new(await ATalk.Start(here: false, s => (change?.Invoke(s) ?? s) with { Channels = [telegram.AppOf(("polling", "true"))] }), telegram);

    /// <summary>Up to a case that has arrived at the desk and a chat that is kept: its reference.</summary>
    /// <param name="rings">Whether the app may say that there is news.</param>
    public async Task<string> HandOver(bool rings = false)
    {
        var reference = await Consent();
        Assert.Contains("may one message come here", AChat.Text(Chat.Sent), StringComparison.Ordinal);
        await Chat.Say(rings ? "yes" : "no");
        await desk.Until("/desk", html => html.Contains(reference, StringComparison.Ordinal));
        return reference;
    }

    /// <summary>Up to a chat that is kept, with a case on its way to the desk: its reference.</summary>
    public async Task<string> Consent()
    {
        foreach (var text in (string[])["hello", "en", "no", "no", "adult", "abuse.threat", "enough", "confirm", "yes"])
            await Chat.Say(text);
        for (var tried = 0; tried < 5 && !AChat.Text(Chat.Sent).Contains("Do you want to keep this chat", StringComparison.Ordinal); tried++)
            await Chat.Say("skip");
        await Chat.Say("yes");
        var reference = Reference().Match(AChat.Text(Chat.Sent)).Value;
        Assert.NotEmpty(reference);
        return reference;
    }

    public async Task Answer(string reference, string words) =>
        await desk.Post("/desk/cases/" + reference, ("act", "answered"), ("text", words));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [GeneratedRegex("RB-[A-Z0-9]{10}")]
    private static partial Regex Reference();
}
