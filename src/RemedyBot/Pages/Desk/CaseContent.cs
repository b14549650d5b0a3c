using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>What the person shared: their own words first, as they wrote them, then the fields.</summary>
internal static class CaseContent
{
    internal static IEnumerable<Node?> Of(DeskVisit visit, JsonElement projection) => [Words(visit, projection), Fields(visit, projection)];

    /// <summary>What the person wrote since, in their own words.</summary>
    internal static Element? Answers(DeskVisit visit, OpenCase opened)
    {
        if (opened.Answers.Count + opened.SealedAnswers == 0)
            return null;
        var section = Section(visit.Words["case-answers"]);
        foreach (var answer in opened.Answers)
        {
            section.Add(new Element("p", visit.Words.With("answers-day", ("day", visit.Day(answer.Day)))) { ["class"] = "soft" });
            section.Add(new Element("blockquote", Directed.Of(answer.Text)) { ["dir"] = "auto" });
        }

        if (opened.SealedAnswers > 0)
            section.Add(new Element("p", visit.Words["answers-sealed"]) { ["class"] = "soft" });
        return section;
    }

    internal static Element? History(DeskVisit visit, IReadOnlyList<CaseEvent> history)
    {
        if (history.Count == 0)
            return null;
        var words = visit.Words;
        var list = new Element("ol") { ["class"] = "history" };
        foreach (var happened in history)
        {
            list.Add(new Element("li",
                CaseBadges.State(visit, happened.State),
                new Element("span", words.With("history-by", ("day", visit.Day(happened.Day)), ("by", happened.By ?? ""))) { ["class"] = "soft" },
                happened.Text is null ? null : new Element("blockquote", Directed.Of(happened.Text)) { ["dir"] = "auto", ["aria-label"] = words["history-words"] }));
        }

        return Section(words["case-history"], list);
    }

    internal static Element Section(string title, params IEnumerable<Node?> content) =>
        new("section", [new Element("h2", title), .. content]) { ["class"] = "card" };

    private static Element Words(DeskVisit visit, JsonElement projection)
    {
        var words = visit.Words;
        if (Member(projection, "statement") is not { } statement || Member(statement, "original") is not { } original || Text(original, "text") is not { Length: > 0 } text)
            return Section(words["case-words"], new Element("p", words["case-no-words"]) { ["class"] = "soft" });
        var section = Section(words["case-words"], Quote(visit, text, Text(original, "lang")));
        if (Member(statement, "rendered") is { ValueKind: JsonValueKind.Array } rendered)
        {
            foreach (var translation in rendered.EnumerateArray().Where(one => Text(one, "text") is { Length: > 0 }))
            {
                section.Add(new Element("h3", words[Made(translation)]));
                section.Add(Quote(visit, Text(translation, "text")!, Text(translation, "lang")));
            }
        }

        return section;
    }

    private static string Made(JsonElement translation) =>
        Text(translation, "method") == "human" ? "case-rendered-human" : Text(translation, "reviewed") == "person" ? "case-rendered-mt-seen" : "case-rendered-mt";

    private static Element Quote(DeskVisit visit, string text, string? language)
    {
        var direction = language is null ? "auto" : visit.Languages.Nearest(language)?.Direction ?? "auto";
        return new("div",
            new Element("blockquote", Directed.Of(text)) { ["lang"] = language, ["dir"] = direction },
            language is null ? null : new Element("p", visit.Words.With("case-words-language", ("language", visit.LanguageName(language)))) { ["class"] = "soft" });
    }

    private static Element Fields(DeskVisit visit, JsonElement projection)
    {
        var list = new Element("dl");
        foreach (var (label, value) in visit.Parts.Summary(visit.Words.Language.Tag, projection))
            list.Add(new Element("div", new Element("dt", label), new Element("dd", new Element("bdi", value))));
        return Section(visit.Words["case-summary"], list);
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
