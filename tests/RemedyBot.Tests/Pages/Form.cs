using System.Net;
using System.Text.RegularExpressions;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

/// <summary>The form of a page that was received, to be filled in and posted as a browser would.</summary>
internal sealed partial class Form(string html)
{
    public string Html { get; } = html;

    public string Token => Hidden("token");

    public string Id => Hidden("form");

    public static async Task<Form> First(PageHost host, string query = "") => new(await host.Client.GetStringAsync("/" + query));

    public async Task<Form> Send(PageHost host, params (string Name, string Value)[] fields) => new(await (await Post(host, fields)).Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> Post(PageHost host, params (string Name, string Value)[] fields) => host.Client.PostAsync("/", Body(fields));

    public FormUrlEncodedContent Body(params (string Name, string Value)[] fields)
    {
        var hidden = HiddenField().Matches(Html).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        return new(hidden.Where(field => field.Key is not "copy").Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    public string Hidden(string name) =>
        HiddenField().Matches(Html).Where(match => match.Groups[1].Value == name).Select(match => WebUtility.HtmlDecode(match.Groups[2].Value)).Single();

    /// <summary>How many times this piece of markup stands in the page, outside of the script's own text.</summary>
    public int Count(string markup) => Regex.Count(ScriptText().Replace(Html, "$1"), Regex.Escape(markup));

    [GeneratedRegex("(<script nonce=[^>]*>).*?(?=</script>)", RegexOptions.Singleline)]
    private static partial Regex ScriptText();

    [GeneratedRegex("<input type=\"hidden\" name=\"([a-z]+)\" value(?:=\"([^\"]*)\")?>")]
    private static partial Regex HiddenField();
}
