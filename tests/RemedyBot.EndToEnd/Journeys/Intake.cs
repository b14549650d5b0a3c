using Microsoft.Playwright;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>Goes through the intake as a person would: reads what is asked, answers it, until the end or a step that was named.</summary>
internal sealed class Intake(IPage page, Speaker speaker)
{
    private const int Patience = 80;

    private bool edited;

    /// <summary>Every message that was on the screen so far.</summary>
    public List<Message> Heard { get; } = [];

    public string? Code { get; private set; }

    /// <summary>Called with each question before it is answered.</summary>
    public Func<Message, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether the very personal parts and the story may go along.</summary>
    public bool Beyond { get; init; }

    /// <summary>Whether the name in the story may be seen.</summary>
    public bool Named { get; init; }

    /// <summary>Other answers than the usual ones, by step: <c>choice:VALUE</c>, <c>wish:VALUE</c> or words.</summary>
    public IReadOnlyDictionary<string, string> Instead { get; init; } = new Dictionary<string, string>();

    public async Task<Message> Until(string? step = null)
    {
        var before = "";
        for (var turn = 0; turn < Patience; turn++)
        {
            var asked = await Hear();
            if (asked.Kind is "end" || asked.Step == step) return asked;
            Assert.True(before != asked.Step + asked.Text, $"{asked.Step} stands still: {asked.Text}");
            before = asked.Step + asked.Text;
            await Before(asked);
            await Answer(asked);
        }

        throw new InvalidOperationException($"No end after {Patience} turns; the last was {Heard[^1].Step}.");
    }

    public async Task<Message> Hear()
    {
        var seen = await page.Locator("[data-from=bot]").EvaluateAllAsync<string[][]>(
            "all => all.map(one => [one.dataset.step, one.dataset.topic, one.dataset.kind, one.lang, one.innerText])");
        Heard.AddRange(seen.Select(one => new Message(one[0], one[1], one[2], one[3], one[4])).Except(Heard));
        if (await page.Locator("[data-code]").CountAsync() > 0) Code = await page.InnerTextAsync("[data-code]");
        return new(seen[^1][0], seen[^1][1], seen[^1][2], seen[^1][3], seen[^1][4]);
    }

    private Task Answer(Message asked)
    {
        if (!Instead.TryGetValue(asked.Step, out var other)) return Usual(asked);
        return other.Split(':', 2) is [var name and ("choice" or "wish"), var value] ? ChatDriver.Tap(page, $"button[name={name}][value='{value}']") : ChatDriver.Say(page, other);
    }

    private Task Usual(Message asked) => asked.Step switch
    {
        "language/language" => ChatDriver.Choose(page, speaker.Language),
        "safety/danger" or "safety/device" => ChatDriver.Choose(page, "no"),
        "age/band" => ChatDriver.Choose(page, "adult"),
        "harm/what" => Tick("ibsa", "abuse"),
        "harm/leaf" => Tick("ibsa.ncii", "abuse.harassment"),
        "harm/primary" => ChatDriver.Choose(page, "ibsa.ncii"),
        "detail/story" => ChatDriver.Say(page, speaker.Story),
        "platform/where" => Tick("plt.instagram", "plt.other-site"),
        "platform/links" => ChatDriver.Say(page, "https://example.org/a,b\nhttps://example.org/c"),
        "when/first-seen" => ChatDriver.Say(page, speaker.Begun),
        "when/ongoing" => ChatDriver.Choose(page, edited ? "no" : "yes"),
        "person/known" => ChatDriver.Choose(page, "suspected"),
        "person/relation" => ChatDriver.Choose(page, "colleague"),
        "person/accounts" => ChatDriver.Say(page, "profile_one"),
        "evidence/kinds" => Tick("screenshot", "url_log"),
        "actions/told" => Tick("platform", "person"),
        "actions/reference" => ChatDriver.Say(page, "A-4711"),
        "impact/areas" => Tick("social"),
        "remedies/types" => Tick("restitution", "satisfaction"),
        "remedies/undo" => Tick("remove_content", "block_reupload"),
        "remedies/answer" => Tick("apology"),
        "country/country" => ChatDriver.Say(page, speaker.Country),
        "country/at-risk" => Tick("journalist", "lgbtiq"),
        "contact/needs" => Tick("plain_language"),
        "contact/channel" => ChatDriver.Choose(page, "chat_code"),
        "contact/handle" => ChatDriver.Say(page, "Robin"),
        "summary/review" => Review(),
        "wish-change/pick" => ChatDriver.Choose(page, "/ongoing"),
        "recipient-consent/beyond" => ChatDriver.Choose(page, Beyond ? "yes" : "no"),
        "recipient-consent/masks" => Masks(),
        "keep/code" => ChatDriver.Say(page, Code!),
        "feedback/helped" => ChatDriver.Choose(page, "helped"),
        _ when asked.Kind is "yesno" or "consent" => ChatDriver.Choose(page, "yes"),
        _ => ChatDriver.Wish(page, "skip"),
    };

    private Task Review()
    {
        if (edited) return ChatDriver.Choose(page, "confirm");
        edited = true;
        return ChatDriver.Choose(page, "edit");
    }

    private async Task Masks()
    {
        if (Named) await page.Locator("label.box", new() { HasText = speaker.Name }).Locator("input").First.CheckAsync();
        await ChatDriver.Choose(page, "done");
    }

    private async Task Tick(params string[] values)
    {
        foreach (var value in values) await page.CheckAsync($"input[name=choice][value='{value}']");
        await ChatDriver.Choose(page, "done");
    }
}
