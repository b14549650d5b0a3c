using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_a_foreign_page_reaches_out(Chromium chromium)
{
    private const string Foreign = "http://foreign.example/";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_form_with_its_own_token_brings_nobody_into_its_conversation(bool script)
    {
        await using var host = await PageHost.Start();
        var own = await host.Conversation.Take(new(null, "attacker", null, ["en"]), default);
        var page = await Visit(script, $"<form method=post action='{host.Root}'><input name=token value='{own.Token}'><input name=form value=abcdefgh12345678><input name=text value=hi><button>Win</button></form>");
        await page.ClickAsync("button");
        await Assertions.Expect(page.Locator(".msg")).ToHaveTextAsync(PageTextsFile.English["error-foreign"]);
        Assert.Single(host.Conversation.Requests);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Its_script_posts_in_vain()
    {
        await using var host = await PageHost.Start();
        var page = await Visit(true, "nothing");
        await page.EvaluateAsync("root => fetch(root, {method: 'POST', mode: 'no-cors', body: new URLSearchParams({token: 't', form: 'abcdefgh12345678', text: 'hi'})}).catch(() => 0)", host.Root.AbsoluteUri);
        Assert.Empty(host.Conversation.Requests);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Its_frame_stays_empty()
    {
        await using var host = await PageHost.Start();
        var page = await Visit(true, $"<iframe src='{host.Root}'></iframe>");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await page.FrameLocator("iframe").Locator("[data-exit]").CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Visit(bool script, string body)
    {
        var page = await chromium.Open(Device.Desktop with { Script = script });
        await page.RouteAsync(Foreign, route => route.FulfillAsync(new() { ContentType = "text/html", Body = body }));
        await page.GotoAsync(Foreign);
        return page;
    }
}
