using System.Net;
using System.Text.RegularExpressions;

namespace RemedyBot.EndToEnd.Security;

/// <summary>A browser without script at the chat page: it holds one page and posts that page's form.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    /// <summary>The page without the text of its style and script.</summary>
    public string Html { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Every page received so far.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>The fields that were posted last, to be posted again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Posted { get; private set; } = [];

    /// <summary>Headers of every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public string Token => Hidden("token");

    public string Id => Hidden("form");

    public string Step => Last("step");

    public string Topic => Last("topic");

    public string Kind => Last("kind");

    public string Code => WebUtility.HtmlDecode(ShownCode().Match(Html).Groups[1].Value);

    public async Task<Visitor> Open(string query = "?lang=en")
    {
        await Take(new(HttpMethod.Get, "/" + query));
        return this;
    }

    public Task<Visitor> Choose(params string[] values) => Send([.. values.Select(value => ("choice", value))]);

    public Task<Visitor> Wish(string wish) => Send(("wish", wish));

    public Task<Visitor> Say(string words) => Send(("text", words));

    public Task<Visitor> Send(params (string Name, string Value)[] fields) => Post(Fields(fields));

    public async Task<Visitor> Post(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        Posted = fields;
        await Take(new(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(fields) });
        return this;
    }

    /// <summary>The form of this page, filled in.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. HiddenFields().Matches(Html).Where(field => field.Groups[1].Value is not "copy")
            .Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))];

    public string Hidden(string name) => WebUtility.HtmlDecode(HiddenFields().Matches(Html).Single(field => field.Groups[1].Value == name).Groups[2].Value);

    /// <summary>The boxes that can be ticked.</summary>
    public IReadOnlyList<string> Boxes => [.. TickBox().Matches(Html).Select(box => box.Groups[1].Value)];

    public bool Offers(string value) => Html.Contains($"value=\"{value}\"", StringComparison.Ordinal);

    /// <summary>What a person reads, without what differs on every page.</summary>
    public string Text => WebUtility.HtmlDecode(Space().Replace(Tag().Replace(Html, " "), " "));

    private async Task Take(HttpRequestMessage request)
    {
        using (request)
        {
            foreach (var (name, value) in Headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request);
            Status = answer.StatusCode;
            Html = Embedded().Replace(await answer.Content.ReadAsStringAsync(), "");
            Pages.Add(Html);
        }
    }

    private string Last(string mark) => Question().Matches(Html) is [.., var last] ? last.Groups[mark].Value : "";

    [GeneratedRegex("(?<=<(?:script|style) nonce=[^>]*>).*?(?=</(?:script|style)>)", RegexOptions.Singleline)]
    private static partial Regex Embedded();

    [GeneratedRegex("<input type=\"hidden\" name=\"([a-z]+)\" value(?:=\"([^\"]*)\")?>")]
    private static partial Regex HiddenFields();

    [GeneratedRegex("<input type=\"checkbox\" name=\"choice\" value=\"([^\"]+)\"")]
    private static partial Regex TickBox();

    [GeneratedRegex("data-from=\"bot\" data-step=\"(?<step>[^\"]*)\" data-topic=\"(?<topic>[^\"]*)\" data-kind=\"(?<kind>[^\"]*)\"")]
    private static partial Regex Question();

    [GeneratedRegex("data-code[^>]*>([^<]+)<")]
    private static partial Regex ShownCode();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
