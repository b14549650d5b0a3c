using System.Text.Json.Nodes;
using RemedyBot.EndToEnd.Security;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>How a person answers who goes the whole way, told by the marks of the questions alone: up to a case that is handed over, and its code.</summary>
internal sealed class Whole(string language)
{
    private const string Passphrase = "five quiet words of mine";

    private readonly List<string> _topics = [];
    private string? _code;

    /// <summary>A server with a desk that takes cases.</summary>
    public static async Task<ServerProcess> Server()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Passphrase);
        var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["desk:passphraseFile"] = file });
        File.Delete(file);
        return server;
    }

    public void Saw(JsonNode asked)
    {
        _topics.Add((string)asked["topic"]!);
        _code ??= (string?)asked["code"];
    }

    /// <summary>Every part was gone through, one sealed case lies at the desk, and the person has the code.</summary>
    public void AssertHandedOver(ServerProcess server)
    {
        Assert.NotEmpty(language);
        string[] parts = ["safety", "age", "harm", "detail", "platform", "when", "person", "evidence", "actions", "remedies", "country", "contact", "summary", "consent", "code", "next"];
        Assert.Empty(parts.Except(_topics));
        Assert.Equal(25, _code?.Count(char.IsDigit));
        Assert.Single(Disk.Rows(server.Data), row => row.Table == "desk");
    }

    public static string Answer(JsonNode asked, string language)
    {
        var values = asked["choices"]!.AsArray().Select(c => (string)c!["value"]!).ToList();
        return ((string)asked["topic"]!, (string)asked["kind"]!) switch
        {
            ("language", _) => language,
            (_, "code") => (string?)asked["code"] ?? "skip",
            (_, "consent") => "yes",
            (_, "review") => "confirm",
            ("harm", _) => "abuse.threat",
            ("age", _) when values.Contains("adult") => "adult",
            ("next", "choice") when values.Contains("finish") => "finish",
            (_, "yesno") => "no",
            (_, "text") => values.Count > 0 ? values[0] : "skip",
            (_, "date") => "2026-11-01",
            (_, "items") => "https://platform.example/someone",
            _ => values.Count > 0 ? values[0] : "skip",
        };
    }
}
