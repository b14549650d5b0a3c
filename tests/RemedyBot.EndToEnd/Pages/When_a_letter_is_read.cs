using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Journeys;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_a_letter_is_read(Chromium chromium)
{
    private static readonly (string Head, string Words) English = ("From Helpline of the North (RB-2345678923), 23 November 2026:", "Hello.\nWe have read what you sent. You can call us at +34 612 345 678, on working days.");
    private static readonly (string Head, string Words) Arabic = ("من خط الشمال (\u2066RB-2345678923\u2069)، 23 نوفمبر 2026:", "مرحبا.\nقرأنا ما أرسلته. يمكنك الاتصال بنا على +34 612 345 678.");

    public static TheoryData<string, Device> Devices => new()
    {
        { "phone", Device.Phone },
        { "phone-arabic-dark", Device.Phone with { Language = "ar", Dark = true } },
        { "phone-plain", Device.Phone with { Script = false } },
        { "desktop", Device.Desktop },
        { "desktop-dark", Device.Desktop with { Dark = true } },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task It_stands_under_a_heading_that_says_who_wrote_it(string name, Device device)
    {
        await using var host = await PageHost.Start([new(language => language is "ar" ? Told("لك رد:", Arabic, "كان معها ملف. لا تُستلم الملفات هنا.") : Told("There is an answer for you:", English, "A file was with it. Files are not taken here."))]);
        var page = await chromium.Open(device);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await Look.At(page, "letter-" + name, device.Script);
        var (head, words) = device.Language is "ar" ? Arabic : English;
        var letter = page.GetByRole(AriaRole.Article);
        await Assertions.Expect(letter.GetByRole(AriaRole.Heading)).ToHaveTextAsync(head);
        await Assertions.Expect(letter.Locator("p")).ToHaveTextAsync(words);
        Assert.Equal(3, await page.Locator("[data-step='return/letters']").CountAsync());
        await page.Context.CloseAsync();
    }

    private static IReadOnlyList<OutMessage> Told(string before, (string Head, string Words) letter, string after)
    {
        var text = $"{before}\n{letter.Head}\n{letter.Words}\n{after}";
        return
        [
            new() { Step = "return/letters", Topic = "handoff", Kind = "say", Text = text, Letters = LetterSpan.In(text, [letter]) },
            new() { Step = "return/answers", Topic = "handoff", Kind = "text", Text = "…", Wishes = [new("stop", "Stop")] },
        ];
    }
}
