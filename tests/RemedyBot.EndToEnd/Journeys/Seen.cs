using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>A page as somebody with this device sees it: nothing beside the screen, no word outside its box, nothing that axe finds.</summary>
internal static class Seen
{
    private const string Lost = """
        () => {
          const told = [];
          const tell = (what, e) => told.push(what + ': ' + e.outerHTML.slice(0, 160));
          const flows = e => getComputedStyle(e).display === 'inline';
          for (const e of document.querySelectorAll('body *')) {
            if (e.closest('.vh, .skip, script, style') || !e.checkVisibility() || e.matches('bdi, span:empty')) continue;
            const box = e.getBoundingClientRect(), style = getComputedStyle(e);
            if (box.width > 0 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1)) tell('beside the screen', e);
            if (style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) tell('cut off', e);
            if (style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1) tell('cut off below', e);
            if (e.matches('dd') && box.width < 4 * parseFloat(style.fontSize)) tell('crushed', e);
          }
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            let e = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || e.closest('.vh, .skip, script, style, textarea') || !e.checkVisibility()) continue;
            while (flows(e)) e = e.parentElement;
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            const box = e.getBoundingClientRect();
            if ([...range.getClientRects()].some(r => r.left < box.left - 2 || r.right > box.right + 2)) tell('words run out', e);
          }
          return told;
        }
        """;

    public static async Task At(IPage page, Device device, string name)
    {
        if (device.Big)
            await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '212%'; }");
        await Look.At(page, name, device.Script, device.Forced);
        var lost = await page.EvaluateAsync<string[]>(Lost);
        Assert.True(lost.Length == 0, name + "\n" + string.Join('\n', lost));
    }
}
