using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

[Collection(WholeWays.Name)]
public sealed partial class When_a_person_goes_the_whole_way(Chromium chromium, DeskServer desk)
{
    private static readonly string[] Topics =
    [
        "welcome", "safety", "age", "story", "harm", "detail", "platform", "when", "person", "evidence", "actions", "impact", "remedies", "country",
        "contact", "routes", "summary", "consent", "handoff", "code", "next", "feedback",
    ];

    private static readonly string[] Kinds = ["say", "choice", "choices", "text", "yesno", "date", "items", "consent", "review", "code", "end"];

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("es", true)]
    [InlineData("es", false)]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    [InlineData("pt", true)]
    [InlineData("pt", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task The_case_reaches_the_desk_the_answer_comes_back_and_erasing_ends_it(string language, bool script)
    {
        await desk.Open();
        var speaker = Speaker.Of(language);
        var device = Hold(language) with { Language = language, Script = script };
        var beyond = script || language is not "en";
        var (code, reference) = await Tell(speaker, device, beyond);
        await AnswerAtTheDesk(speaker, reference, beyond, named: script);
        if (language is "en" && script) await LookAtTheDesk(reference);
        await ComeBackAndErase(speaker, device, code);

        var worker = await desk.Worker(chromium);
        var gone = await worker.GotoAsync($"{desk.Root}desk/cases/{reference}");
        Assert.Equal(404, gone!.Status);
        await worker.GotoAsync(desk.Root + "desk?state=all");
        Assert.DoesNotContain(reference, await worker.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>Each language is read on another thing, so that all are looked at in one go.</summary>
    private static Device Hold(string language) => language switch
    {
        "fr" => Device.Desktop,
        "pt" => Device.Phone with { Dark = true },
        "es" => Device.Desktop with { Dark = true },
        _ => Device.Phone,
    };

    private async Task<(string Code, string Reference)> Tell(Speaker speaker, Device device, bool beyond)
    {
        var page = await chromium.Open(device);
        await page.GotoAsync(desk.Root.AbsoluteUri);
        var watch = new Watch(page, $"journey-{speaker.Language}{(device.Script ? "" : "-plain")}", device.Script);
        var intake = new Intake(page, speaker) { Beyond = beyond, Named = device.Script, Before = watch.See };
        var end = await intake.Until();
        await watch.See(end);

        Assert.Equal("main/end-kept", end.Step);
        Assert.Empty(Topics.Except(intake.Heard.Select(message => message.Topic)));
        Assert.Empty(Kinds.Except(intake.Heard.Select(message => message.Kind)));
        Assert.All(intake.Heard, message => Assert.Equal(speaker.Language, message.Language));
        Assert.DoesNotContain(intake.Heard, message => message.Text.Contains('{', StringComparison.Ordinal));
        Assert.Equal(desk.Root.AbsoluteUri, page.Url);
        Assert.DoesNotContain(intake.Code!, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
        return (intake.Code!, Reference().Match(intake.Heard.First(message => message.Step is "recipient-consent/waiting").Text).Value);
    }

    private async Task AnswerAtTheDesk(Speaker speaker, string reference, bool beyond, bool named)
    {
        var page = await desk.Worker(chromium);
        await page.GotoAsync(desk.Root + "desk?lang=en");
        var line = page.Locator(".case", new() { HasText = reference });
        await Assertions.Expect(line.Locator("h2")).ToHaveTextAsync("Intimate images shared without consent");
        await Assertions.Expect(line.Locator(".badges .badge")).ToHaveCountAsync(2);
        await line.Locator("h2 a").ClickAsync();

        if (beyond)
        {
            var words = await page.InnerTextAsync(".read blockquote >> nth=0");
            Assert.Equal(named, words.Contains(speaker.Name, StringComparison.Ordinal));
            Assert.Equal(speaker.Language, await page.GetAttributeAsync(".read blockquote >> nth=0", "lang"));
        }

        Assert.DoesNotContain(speaker.Number, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(beyond, (await page.ContentAsync()).Contains("LGBTIQ", StringComparison.Ordinal));
        await page.ClickAsync("button[value=accepted]");
        await page.FillAsync("textarea", speaker.Answer);
        await page.ClickAsync("button[value=answered]");
        await Assertions.Expect(page.Locator(".history blockquote")).ToHaveTextAsync(speaker.Answer);
    }

    private async Task LookAtTheDesk(string reference)
    {
        var page = await desk.Worker(chromium);
        foreach (var language in new[] { "en", "ar" })
        {
            foreach (var (name, address) in new[] { ("2-list", "desk"), ("3-case", "desk/cases/" + reference), ("4-workers", "desk/workers"), ("5-missing", "desk/cases/RB-AAAAAAAAAA") })
            {
                await page.GotoAsync($"{desk.Root}{address}?lang={language}");
                await Look.At(page, $"desk-desktop-{language}-{name}");
                await page.SetViewportSizeAsync(Device.Phone.Width, Device.Phone.Height);
                await Look.At(page, $"desk-phone-{language}-{name}");
                await page.SetViewportSizeAsync(Device.Desktop.Width, Device.Desktop.Height);
            }
        }
    }

    private async Task ComeBackAndErase(Speaker speaker, Device device, string code)
    {
        var page = await chromium.Open(device);
        await page.GotoAsync(desk.Root.AbsoluteUri);
        await ChatDriver.Say(page, code);
        var intake = new Intake(page, speaker);
        Assert.Equal("return/device", (await intake.Hear()).Step);
        Assert.DoesNotContain(speaker.Answer, await page.ContentAsync(), StringComparison.Ordinal);
        await ChatDriver.Choose(page, "no");
        await intake.Hear();
        Assert.Contains(intake.Heard, message => message.Text.Contains(speaker.Answer, StringComparison.Ordinal));

        await ChatDriver.Wish(page, "erase");
        await ChatDriver.Choose(page, "yes");
        Assert.Equal("wish-erase/erased", (await intake.Hear()).Step);
        Assert.DoesNotContain(speaker.Answer, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("RB-[A-Z2-7]{10}")]
    private static partial Regex Reference();
}
