using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>A person on the page and a worker at the desk, two browsers on one real server.</summary>
[Collection(BrowserScenarios.Name)]
public sealed class When_somebody_talks_with_a_person(Chromium chromium) : IAsyncLifetime
{
    private TalkingDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TalkingDesk.Start();

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public async Task They_write_to_each_other_at_once_and_it_ends_in_the_mailbox()
    {
        var worker = await _desk.Worker(chromium);
        await worker.ClickAsync("nav a[href='/desk/talks']");
        await worker.ClickAsync("button[name=here][value=yes]");
        await Assertions.Expect(worker.Locator(".there")).ToBeVisibleAsync();

        var person = await chromium.Open(Device.Phone);
        await Ask(person, "en");
        await Look.At(person, "talk-1-waiting-phone");
        await person.FillAsync("[name=text]", "Somebody put pictures of me online. I do not know what to do.");
        await person.ClickAsync("[data-send]");

        // The list renews itself, and tells from the tab how many wait.
        await Assertions.Expect(worker.Locator(".case")).ToHaveCountAsync(1);
        await Assertions.Expect(worker).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^\\(1\\) "));
        await Look.At(worker, "talk-2-list-desktop");
        await worker.ClickAsync(".case a");
        await Assertions.Expect(worker.Locator(".said")).ToHaveCountAsync(1);
        await worker.ClickAsync("button[value=accept]");
        await Assertions.Expect(person.Locator("[data-step='talk/here']")).ToBeVisibleAsync();
        await worker.FillAsync("[name=text]", "I am here. What happened is not your fault. Are you safe right now?");
        await worker.PressAsync("[name=text]", "Enter");
        await Assertions.Expect(person.Locator("[data-author=human]")).ToHaveCountAsync(1);
        await Assertions.Expect(person.Locator("[data-author=human] .from")).ToContainTextAsync("Heron Helpline");

        await person.FillAsync("[name=text]", "Yes, I am alone at home.");
        await person.ClickAsync("[data-send]");
        await Assertions.Expect(worker.Locator(".said")).ToHaveCountAsync(3);
        await Look.At(person, "talk-3-person-phone");
        await Look.At(worker, "talk-4-worker-desktop");

        await worker.FillAsync("[name=text]", "Good. I will look for the pages and write to you here.");
        await worker.ClickAsync("button[value=ask-end]");
        await worker.ClickAsync("button[value=end]");
        await Assertions.Expect(person.Locator("[data-step='keep/keep']")).ToBeVisibleAsync();
        await Look.At(person, "talk-5-ended-phone");
        await ChatDriver.Choose(person, "yes");
        var code = await person.InnerTextAsync("[data-code]");
        await ChatDriver.Wish(person, "stop");

        await worker.GotoAsync(_desk.Root + "desk?state=all");
        await worker.ClickAsync(".case a");
        await worker.FillAsync("[name=text]", "I found both pages.");
        await worker.ClickAsync("button[value=say]");
        await Assertions.Expect(worker.Locator(".ours")).ToHaveCountAsync(3);

        await person.GotoAsync(_desk.Root + "?lang=en");
        await ChatDriver.Say(person, code);
        await ChatDriver.Choose(person, "no");
        Assert.Contains("I found both pages.", await person.InnerTextAsync("article[data-step='return/letters']"), StringComparison.Ordinal);
        await person.Context.CloseAsync();
        await worker.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_and_from_right_to_left_a_button_looks_for_an_answer()
    {
        var worker = await _desk.Worker(chromium, Device.Phone with { Language = "ar", Script = false });
        await worker.GotoAsync(_desk.Root + "desk/talks?lang=ar");
        await worker.ClickAsync("button[name=here][value=yes]");
        await Look.At(worker, "talk-6-empty-arabic-phone", script: false);
        var person = await chromium.Open(Device.Desktop with { Language = "ar", Script = false });
        await Ask(person, "ar");
        await Look.At(person, "talk-7-waiting-arabic-desktop", script: false);
        await ChatDriver.Say(person, "هل من أحد هنا؟");
        for (var tried = 0; await worker.Locator(".case").CountAsync() == 0 && tried < 30; tried++)
        {
            await Task.Delay(500);
            await worker.ClickAsync("[data-reload] a");
        }

        await Look.At(worker, "talk-8-list-arabic-phone", script: false);
        await worker.ClickAsync(".case a");
        await worker.ClickAsync("button[value=accept]");
        await worker.FillAsync("[name=text]", "نعم، أنا هنا.");
        await worker.ClickAsync("button[value=say]");
        await Look.At(worker, "talk-9-worker-arabic-phone", script: false);
        await person.ClickAsync("[data-look]");
        await Assertions.Expect(person.Locator("[data-author=human]")).ToHaveCountAsync(1);
        await Look.At(person, "talk-10-person-arabic-desktop", script: false);
        await person.Context.CloseAsync();
        await worker.Context.CloseAsync();
    }

    private async Task Ask(IPage person, string language)
    {
        await person.GotoAsync(_desk.Root + "?lang=" + language);
        await ChatDriver.Choose(person, "no");
        await ChatDriver.Wish(person, "human");
        Assert.Equal("live/consent", await ChatDriver.Step(person));
        await Look.At(person, $"talk-0-consent-{language}", script: language == "en");
        await ChatDriver.Choose(person, "yes");
    }
}
