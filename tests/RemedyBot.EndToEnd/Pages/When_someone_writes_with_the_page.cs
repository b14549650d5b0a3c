using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_someone_writes_with_the_page(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_whole_conversation_is_held_at_one_address(bool script)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone with { Script = script });
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "no");
        await page.CheckAsync("input[name=choice][value='ibsa.shared']");
        await page.CheckAsync("input[name=choice][value='threat.violence']");
        await ChatDriver.Choose(page, "done");
        await ChatDriver.Say(page, "since March");
        await page.CheckAsync("input[name=choice][value='plt.b']");
        await ChatDriver.Say(page, "https://example.org/a,b");
        await ChatDriver.Choose(page, "confirm");
        await page.UncheckAsync("input[name=choice][value=g2]");
        await ChatDriver.Choose(page, "yes");
        await ChatDriver.Wish(page, "skip");
        await ChatDriver.Say(page, "Thank you");

        Assert.Equal("end/done", await ChatDriver.Step(page));
        Assert.Equal(
            ["no", "no", "threat.violence, ibsa.shared", "since March", "plt.b\nhttps://example.org/a,b", "confirm", "g1", "skip", "Thank you"],
            host.Conversation.Requests.Where(request => request.Text is not null).Select(request => request.Text));
        Assert.Equal(host.Root.AbsoluteUri, page.Url);
        if (script) Assert.Equal(2, await page.EvaluateAsync<int>("history.length"));
        Assert.Empty(problems);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_is_enough_and_the_exit_comes_first()
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Desktop);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('[data-exit]')"));

        await page.FocusAsync("[name=text]");
        await page.Keyboard.TypeAsync("no");
        var form = await page.InputValueAsync("input[name=form]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=form]")).Not.ToHaveValueAsync(form);
        Assert.Equal("text", await page.EvaluateAsync<string>("document.activeElement.id"));

        await ChatDriver.Choose(page, "no");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("choice", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_token_stands_in_no_element_once_the_script_runs()
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        Assert.DoesNotContain("token-", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_the_script_cannot_reach_the_server_the_plain_form_goes_with_the_same_id()
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone);
        await page.RouteAsync(host.Root.AbsoluteUri, route => route.Request.ResourceType is "fetch" ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(host.Root.AbsoluteUri);
        var form = await page.InputValueAsync("input[name=form]");
        await ChatDriver.Choose(page, "no");
        Assert.Equal("safety/device", await ChatDriver.Step(page));
        Assert.Equal(form, Assert.Single(host.Conversation.Requests, request => request.Text is not null).InboundId);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_connection_the_words_stay_in_the_box()
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name=text]", "my words");
        await page.ClickAsync("[data-send]");
        await Assertions.Expect(page.Locator("#note")).ToHaveTextAsync(PageTextsFile.English["offline"]);
        Assert.Equal("my words", await page.InputValueAsync("[name=text]"));
        await page.Context.SetOfflineAsync(false);
        await ChatDriver.Tap(page, "[data-send]");
        Assert.Equal("my words", await page.Locator("[data-from=person]").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_many_write_nothing_typed_is_lost_and_a_second_try_goes_through(bool script)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone with { Script = script });
        await page.GotoAsync(host.Root.AbsoluteUri);
        host.Conversation.Instead = _ => new(TurnStatus.Busy, "", "en", null, [], false, null);
        await page.FillAsync("[name=text]", "my words");
        await page.ClickAsync("[data-send]");
        await Assertions.Expect(page.GetByText(PageTextsFile.English["error-busy"])).ToBeVisibleAsync();
        Assert.Equal("my words", await page.InputValueAsync("[name=text]"));

        host.Conversation.Instead = null;
        await ChatDriver.Tap(page, "[data-send]");
        Assert.Equal("my words", await page.Locator("[data-from=person]").InnerTextAsync());
        Assert.Single(host.Conversation.Requests.Where(request => request.Text is not null).Select(request => request.InboundId).Distinct());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_summary_can_be_saved_and_the_conversation_goes_on()
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[5], IntakeScript.Turns[8]]);
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await page.ClickAsync(".keep summary");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("button[name=save]"));
        Assert.Equal("notes.txt", file.SuggestedFilename);
        Assert.True(await page.IsVisibleAsync("[data-print]"));
        await ChatDriver.Choose(page, "confirm");
        Assert.Equal("feedback/say", await ChatDriver.Step(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task After_erasing_nothing_of_before_is_on_the_screen()
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Wish(page, "erase");
        Assert.DoesNotContain("emergency number", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("wish-erase/erased", await ChatDriver.Step(page));
        await page.Context.CloseAsync();
    }
}
