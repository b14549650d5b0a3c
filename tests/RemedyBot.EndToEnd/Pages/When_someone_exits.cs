using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_someone_exits(Chromium chromium) : IDisposable
{
    private const string Neutral = "https://neutral.example/";
    private const string Canary = "Kanarienvogel-7319";
    private readonly string profile = Directory.CreateTempSubdirectory("remedybot-profile-").FullName;

    [Theory]
    [InlineData("click")]
    [InlineData("shift")]
    [InlineData("stop")]
    public async Task Nothing_of_the_conversation_comes_back(string way)
    {
        await using var host = await PageHost.Start(change: parts => parts with { Exit = new(Neutral) });
        var asked = IntakeScript.Turns[2].Messages("en")[0].Text;
        var context = await chromium.OpenProfile(profile);
        await context.RouteAsync(Neutral + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Weather</title>Sunny" }));
        var page = context.Pages[0];
        await Talk(page, host);
        if (way is "stop") await page.GotoAsync(Neutral);
        else await Exit(page, way);

        Assert.Equal("Weather", await page.TitleAsync());
        await AssertClean(page, asked);
        await page.GoBackAsync();
        await AssertClean(page, asked);
        await page.ReloadAsync();
        await AssertClean(page, asked);
        await page.GoForwardAsync();
        await AssertClean(page, asked);

        await page.CloseAsync();
        var reopened = await context.NewPageAsync();
        await reopened.GotoAsync(host.Root.AbsoluteUri);
        await AssertClean(reopened, asked);
        await context.CloseAsync();
        Assert.Empty(Leftovers.Of(profile, Canary, asked));
    }

    [Fact]
    public async Task Everything_is_hidden_at_once_even_while_the_other_page_loads()
    {
        await using var host = await PageHost.Start(change: parts => parts with { Exit = new(Neutral) });
        var page = await chromium.Open(Device.Phone);
        var arrived = new TaskCompletionSource();
        await page.RouteAsync(Neutral + "**", async route =>
        {
            await arrived.Task;
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "Sunny" });
        });
        await Talk(page, host);
        var left = await page.EvaluateAsync<string>("document.querySelector('[data-exit]').click(), document.title + '|' + document.body.textContent");
        Assert.Equal("Notes|", left);
        arrived.SetResult();
        await Assertions.Expect(page).ToHaveURLAsync(Neutral);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_exit_is_a_plain_link_that_tells_nobody_where_it_came_from()
    {
        await using var host = await PageHost.Start(change: parts => parts with { Exit = new(Neutral) });
        var page = await chromium.Open(Device.Phone with { Script = false });
        string? referrer = "not asked";
        await page.RouteAsync(Neutral + "**", async route =>
        {
            referrer = await route.Request.HeaderValueAsync("referer");
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "Sunny" });
        });
        await Talk(page, host);
        await page.ClickAsync("[data-exit]");
        await Assertions.Expect(page).ToHaveURLAsync(Neutral);
        Assert.Null(referrer);
        await page.Context.CloseAsync();
    }

    private static async Task Talk(IPage page, PageHost host)
    {
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Say(page, Canary);
        await page.FillAsync("[name=text]", Canary + " not sent");
    }

    private static async Task Exit(IPage page, string way)
    {
        if (way is "click")
        {
            await page.ClickAsync("[data-exit]");
        }
        else
        {
            for (var press = 0; press < 3; press++) await page.Keyboard.PressAsync("Shift");
        }

        await Assertions.Expect(page).ToHaveURLAsync(Neutral);
    }

    private static async Task AssertClean(IPage page, string asked)
    {
        var content = await page.ContentAsync();
        Assert.DoesNotContain(Canary, content, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, content, StringComparison.Ordinal);
        if (page.Url is "about:blank") return;
        Assert.Equal("{}{}", await page.EvaluateAsync<string>("JSON.stringify({...sessionStorage}) + JSON.stringify({...localStorage}) + document.cookie"));
    }

    public void Dispose() => Directory.Delete(profile, recursive: true);
}
