using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OtpNet;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>The first worker's way in, and every page that says what went wrong.</summary>
[Collection(PageScenarios.Name)]
public sealed partial class When_a_desk_is_set_up(Chromium chromium)
{
    private const string Passphrase = "five plain words are enough";

    private const string Word = "heron-by-the-lake";

    public static TheoryData<string, Device> Devices => new()
    {
        { "desktop", Device.Desktop },
        { "phone-arabic-dark", Device.Phone with { Language = "ar", Dark = true } },
        { "phone-plain", Device.Phone with { Script = false } },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Each_page_and_each_refusal_can_be_read_and_the_worker_gets_in(string name, Device device)
    {
        await using var server = await ServerProcess.Start();
        var page = await chromium.Open(device);
        Task See(string what) => Seen.At(page, device, $"setup-{name}-{what}");
        await page.GotoAsync($"{server.Root}desk/setup?lang={device.Language}");
        await See("1-empty");
        await Fill("wrong-wrong-wrong-wrong", "another passphrase of mine");
        await Assertions.Expect(page.Locator(".note.trouble")).ToBeVisibleAsync();
        await See("2-refused");
        await Fill(SetupWord().Match(server.Output).Groups[1].Value, Passphrase);
        await Assertions.Expect(page).ToHaveURLAsync(server.Root + "desk/signin");

        await page.FillAsync("[name=word]", Word);
        await page.FillAsync("[name=passphrase]", "not the right passphrase");
        await page.FillAsync("[name=code]", "000000");
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator(".note.trouble")).ToBeVisibleAsync();
        await See("3-sign-in-refused");
        await page.GotoAsync(server.Root + "desk/nowhere");
        await See("4-no-such-page");
        await page.GotoAsync(server.Root + "desk/cases/RB-0000000000");
        await See("5-signed-out");
        await page.Context.CloseAsync();

        async Task Fill(string setup, string repeat)
        {
            await page.FillAsync("[name=setup]", setup);
            await page.FillAsync("[name=word]", Word);
            await page.FillAsync("[name=passphrase]", Passphrase);
            await page.FillAsync("[name=repeat]", repeat);
            await page.FillAsync("[name=code]", new Totp(Base32Encoding.ToBytes(await page.InputValueAsync("[name=totp]"))).ComputeTotp());
            await page.ClickAsync("main button.main");
        }
    }

    [GeneratedRegex("one-time word: (\\S+)")]
    private static partial Regex SetupWord();
}
