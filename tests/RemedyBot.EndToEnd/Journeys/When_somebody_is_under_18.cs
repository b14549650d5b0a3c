using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

[Collection(BrowserScenarios.Name)]
public sealed class When_somebody_is_under_18(Chromium chromium, DeskServer desk)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_are_told_that_they_are_not_in_trouble_and_never_asked_for_a_picture(bool script)
    {
        await desk.Open();
        var page = await chromium.Open(Device.Phone with { Script = script });
        await page.GotoAsync(desk.Root + "?lang=en");
        var answers = new Dictionary<string, string>
        {
            ["age/band"] = "choice:13_15",
            ["age/role"] = "choice:self",
            ["harm/what"] = "child.sextortion",
            ["detail/story-young"] = "Somebody from a game asks me for money.",
            ["minor/onward"] = "choice:continue",
        };
        var watch = new Watch(page, script ? "young" : "young-plain", script);
        var intake = new Intake(page, Speaker.Of("en")) { Instead = answers, Before = watch.See };
        var end = await intake.Until();

        Assert.Equal("main/end-kept", end.Step);
        Assert.Contains(intake.Heard, message => message.Step is "minor/not-in-trouble");
        Assert.Contains(intake.Heard, message => message.Step is "minor/no-images");
        Assert.Contains(intake.Heard, message => message.Step is "minor/take-it-down" && message.Text.Contains("Take It Down", StringComparison.Ordinal));
        Assert.DoesNotContain(intake.Heard, message => message.Topic is "evidence" && message.Kind is not "say");
        Assert.Equal(0, await page.Locator("input[type=file]").CountAsync());
        await page.Context.CloseAsync();
    }
}
