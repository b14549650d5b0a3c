using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace RemedyBot.EndToEnd.Durability;

/// <summary>Someone who writes with the page while its server dies again and again, and who sends a form again when no answer came.</summary>
internal sealed partial class Person(Mortal server)
{
    private const int Longest = 60;
    private string _page = "";
    private (List<KeyValuePair<string, string>> Form, string Said) _last = ([], "");

    /// <summary>A word that nobody else would write anywhere.</summary>
    public string Canary { get; } = "qx" + RandomNumberGenerator.GetHexString(22, lowercase: true);

    public int Acknowledged { get; private set; }

    /// <summary>Acknowledged forms that were sent again to another process, and got their answer again.</summary>
    public int Again { get; private set; }

    public int Answered => Acknowledged + Again;

    public string Step => Steps().Matches(_page)[^1].Groups[1].Value;

    private string Kind => Steps().Matches(_page)[^1].Groups[2].Value;

    private string Topic => Step[..Step.IndexOf('/', StringComparison.Ordinal)];

    public async Task Begin() => _page = await server.Ask(client => client.GetStringAsync("?lang=en"), () => Task.CompletedTask);

    /// <summary>From the first question to the person's own words.</summary>
    public async Task Tell()
    {
        for (var turn = 0; Topic != "harm"; turn++)
            await Send(("choice", Topic == "age" && Offered("adult") ? "adult" : Offered("no") ? "no" : "self"), turn);
        await Send(("text", "Someone I know, called " + Canary + ", keeps writing to me."));
        Assert.Contains(Canary, _page, StringComparison.Ordinal);
    }

    /// <summary>Looks at what is there: the words, once.</summary>
    public async Task Look()
    {
        await Send(("wish", "so-far"));
        var said = BotMessages().Matches(_page).Select(m => m.Groups[2].Value).Single(text => text.Contains(Canary, StringComparison.Ordinal));
        Assert.Single(Regex.Matches(said, Canary));
    }

    /// <summary>On to the consent, and a yes to it.</summary>
    public async Task HandOver()
    {
        for (var turn = 0; Topic != "keep"; turn++)
        {
            await Send(Kind switch
            {
                "review" => ("choice", "confirm"),
                "consent" when Step == "recipient-consent/default" => ("wish", "help"),
                _ when Topic == "harm" && Step == "harm/what" => ("choice", "abuse.threat"),
                _ => ("wish", Offered("enough") && Topic is not ("contact" or "summary") ? "enough" : "skip"),
            }, turn);
            if (Step == "recipient-consent/default")
                await Consent();
        }
    }

    public async Task Erase()
    {
        await Send(("wish", "erase"));
        await Send(("choice", "yes"));
        Assert.Equal("end", Kind);
    }

    private async Task Consent()
    {
        var groups = Boxes().Matches(_page).Select(m => ("choice", m.Groups[1].Value)).ToArray();
        Assert.NotEmpty(groups);
        await Send([.. groups, ("choice", "yes")]);
    }

    private Task Send((string, string) answer, int turn)
    {
        Assert.True(turn < Longest, "The conversation goes round in circles at " + Step);
        return Send(answer);
    }

    private async Task Send(params (string Name, string Value)[] answer)
    {
        List<KeyValuePair<string, string>> form =
        [
            .. Hidden().Matches(_page).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).Where(f => f.Key is not ("save" or "copy")),
            .. answer.Select(a => KeyValuePair.Create(a.Name, a.Value)),
        ];
        _page = await server.Ask(client => Post(client, form), CheckLast);
        _last = (form, Said(_page));
        Acknowledged++;
    }

    /// <summary>What was acknowledged before the server died is there after it: the same form gets the same answer.</summary>
    private async Task CheckLast()
    {
        if (_last.Form.Count == 0)
            return;
        var page = await server.Ask(client => Post(client, _last.Form), () => Task.CompletedTask);
        Assert.Equal(_last.Said, Said(page));
        Again++;
    }

    private static async Task<string> Post(HttpClient client, List<KeyValuePair<string, string>> form)
    {
        using var answer = await client.PostAsync("/", new FormUrlEncodedContent(form));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private bool Offered(string value) => _page.Contains($"value=\"{value}\"", StringComparison.Ordinal);

    private static string Said(string page) => string.Join('\n', BotMessages().Matches(page).Select(m => m.Groups[1].Value + " " + m.Groups[2].Value));

    [GeneratedRegex("data-from=\"bot\"[^>]*data-step=\"([^\"]+)\"[^>]*>(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex BotMessages();

    [GeneratedRegex("data-step=\"([^\"]+)\" data-topic=\"[^\"]+\" data-kind=\"([^\"]+)\"")]
    private static partial Regex Steps();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\"| value)?>")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input[^>]*name=\"choice\"[^>]*value=\"(g[0-9]+)\"")]
    private static partial Regex Boxes();
}
