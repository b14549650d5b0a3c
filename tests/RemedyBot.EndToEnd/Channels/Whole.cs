using System.Text.Json.Nodes;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>How a person answers who goes the whole way, told by the marks of the questions alone.</summary>
internal static class Whole
{
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
