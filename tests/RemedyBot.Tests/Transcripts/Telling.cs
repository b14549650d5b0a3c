using System.Text.Json;
using RemedyBot.Dialogs.Model;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Transcripts;

/// <summary>Writes down what the bot did, without its words: the same in every language.</summary>
internal sealed class Telling
{
    private static readonly string[] Asides =
        ["empty", "empty-question", "empty-consent", "which", "unsure", "too-long", "too-many", "thanks", "no-skip", "not-yet", "at-start", "back-ends", "back-handed", "taken-back", "retry-choice", "retry-choices", "retry-yesno", "retry-yes-or-no", "retry-question", "retry-text", "retry-date", "retry-ahead", "retry-long-ago", "retry-items", "retry-consent", "retry-review", "retry-code", "retry-again"];

    /// <summary>Says that a language was not checked yet: the one message that differs between languages.</summary>
    private const string OfTheLanguage = "main/beta";

    private string? _language;
    private string _urgency = "";
    private string _signals = "";
    private Dictionary<string, string> _handoffs = [];

    public IEnumerable<string> Of(Person person)
    {
        foreach (var message in person.Messages.Where(m => m.GetProperty("step").GetString() != OfTheLanguage))
            yield return "< " + Heard(message, person.Trace.GetProperty("lang").GetString()!);
        foreach (var fact in Facts(person))
            yield return "! " + fact;
    }

    private static string Heard(JsonElement message, string language)
    {
        var step = message.GetProperty("step").GetString()!;
        var kind = message.GetProperty("kind").GetString()!;
        var parts = new List<string> { step, kind };
        if (kind == "say" && AChat.Content.Dialogs.Dialogs.Step(step) is Ask)
            parts.Add($"({Aside(step, message.GetProperty("text").GetString()!, language)})");
        if (message.GetProperty("field").GetString() is { } field)
            parts.Add(field);
        if (kind == "consent")
            parts.Add($"{message.GetProperty("recipient").GetProperty("id").GetString()} by:{message.GetProperty("by").GetString()}");
        var choices = message.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("value").GetString()).ToList();
        if (choices.Count > 0)
            parts.Add($"[{string.Join(' ', choices)}]");
        return string.Join(' ', parts);
    }

    /// <summary>Which of the things that can be said about a question this is.</summary>
    private static string Aside(string step, string text, string language)
    {
        var catalog = AChat.Content.Localizer.Catalog;
        string[] own = ["why", "thanks", "retry", "which"];
        return own.FirstOrDefault(part => catalog.Has($"{step}/{part}") && catalog.Render(language, $"{step}/{part}") == text)
            ?? Asides.FirstOrDefault(key => catalog.Render(language, "common/" + key) == text)
            ?? "?";
    }

    private IEnumerable<string> Facts(Person person)
    {
        var language = person.Trace.GetProperty("lang").GetString()!;
        if (_language is not null && _language != language && !person.Steps.Contains("welcome/program"))
            yield return "another language";
        _language = language;
        var urgency = string.Join(' ', [person.Urgency ?? "none", .. person.Reasons]);
        if (urgency != _urgency && (urgency != "none" || _urgency.Length > 0))
            yield return "urgency " + (_urgency = urgency);
        var signals = string.Join(' ', person.Signals);
        if (signals != _signals)
            yield return "signals " + ((_signals = signals).Length == 0 ? "none" : signals);
        var handoffs = person.Handoffs.ToDictionary(h => h.GetProperty("recipient").GetProperty("id").GetString()!, Holding);
        foreach (var (id, parts) in handoffs.Where(h => _handoffs.GetValueOrDefault(h.Key) != h.Value))
            yield return $"handoff {id}: {parts}";
        foreach (var id in _handoffs.Keys.Except(handoffs.Keys))
            yield return $"handoff {id} is gone";
        _handoffs = handoffs;
        if (person.Code is not null)
            yield return "code";
        if (person.Ended)
            yield return "ended " + ((End)AChat.Content.Dialogs.Dialogs.Step(person.Step)!).Name;
    }

    /// <summary>What the recipient reads, by the names of its parts.</summary>
    private static string Holding(JsonElement handoff) => string.Join(' ', handoff.GetProperty("document").EnumerateObject()
        .Where(p => p.Name is not ("schema" or "id" or "created" or "updated" or "consent" or "retention") && !p.Name.EndsWith("_version", StringComparison.Ordinal))
        .SelectMany(p => p.Value.ValueKind == JsonValueKind.Object ? p.Value.EnumerateObject().Select(q => p.Name + "." + q.Name) : [p.Name]));
}
