using System.Text.RegularExpressions;

namespace RemedyBot.Benchmarks;

/// <summary>One person, written with by the page's form: takes the first choice, the last tick box and plain words, until the intake is through.</summary>
internal sealed partial class Talk(HttpClient client)
{
    private const int Longest = 40;
    private string _token = "";
    private string _form = "";
    private string _body = "";
    private int _turns;

    public const string TokenLike = "eyJhbGciOiJIUzI1NiIsImtpZCI6IjIwMjYtMTEtMjIifQ.eyJjb252IjoiS0RlOXFhbkE4X1M5VXNKT01zX29fdyIsInVzZXIiOiJkbF9JVnBUaldyVHZ5NzZzLUozbWM5Z0tRIiwiZXhwIjoxNzk1NDUxOTA0LCJ1c2UiOiJuZXciLCJrIjoiQVFBdThFUU1QNXhTUkxxbWtZM3FOUzQ1YlNvOWtHcVZQdnBNdEZuVmdZQnVsLW1DMVBaQV9Ebi1GaDVFeVBMNjBGX2E3ZERwWDhKcjQ3bDZVT2xnbjUwOSJ9.CRF_gsjERS2hQowMkKsLZx3mx";

    public bool Over { get; private set; } = true;

    public async Task BeginAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "?lang=en");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        _token = Hidden("token", page);
        _form = Hidden("form", page);
        _body = page[page.LastIndexOf("<main", StringComparison.Ordinal)..];
        _turns = 0;
        Over = false;
    }

    /// <summary>What is typed where nothing is offered: words that the question takes, or the conversation would stand still.</summary>
    public static string Typed(string kind, string topic) => (kind, topic) switch
    {
        ("date", _) => "last week",
        (_, "country") => "Kenya",
        _ => "Someone I know keeps writing to me and says they will show my pictures to my family.",
    };

    /// <summary>One answer, one turn.</summary>
    public async Task AnswerAsync()
    {
        using var answer = await client.PostAsync("", new FormUrlEncodedContent([
            new("token", _token), new("form", _form), new("lang", "en"), new("chosen", "en"), .. Answers()]));
        answer.EnsureSuccessStatusCode();
        _body = await answer.Content.ReadAsStringAsync();
        _token = JsonToken().Match(_body).Groups[1].Value;
        _form = JsonForm().Match(_body).Groups[1].Value;
        if (++_turns >= Longest)
            throw new InvalidOperationException($"The conversation stands still at the topic {Topic}: what is measured would be one question.");
        Over = _body.Contains("\"ended\":true", StringComparison.Ordinal) || Topic is "consent" or "keep" or "code";
    }

    private string Topic => JsonTopic().Matches(_body) is { Count: > 0 } topics ? topics[^1].Groups[1].Value : "";

    private IEnumerable<KeyValuePair<string, string>> Answers()
    {
        var values = Value().Matches(_body).Select(m => m.Groups[1].Value).ToList();
        if (values.Count == 0)
            return [new("text", Typed(JsonKind().Match(_body).Groups[1].Value, Topic))];
        return [new("choice", values.Contains("no") ? "no" : values.Contains("done") && _turns % 2 == 1 ? "done" : values[0])];
    }

    private static string Hidden(string name, string page) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("\"token\":\"([^\"]+)\"")]
    private static partial Regex JsonToken();

    [GeneratedRegex("\"form\":\"([^\"]+)\"")]
    private static partial Regex JsonForm();

    [GeneratedRegex("\"kind\":\"([^\"]+)\"")]
    private static partial Regex JsonKind();

    [GeneratedRegex("\"data-topic\":\"([^\"]+)\"")]
    private static partial Regex JsonTopic();

    [GeneratedRegex("\"?name\"?[=:]\"choice\",? ?\"?value\"?[=:]\"([^\"]+)\"")]
    private static partial Regex Value();
}
