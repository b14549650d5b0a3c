using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Turns;

/// <summary>What a person told in their own words where the harm is asked, and what it may mean. Suggestions: nothing of it is kept unless it is chosen.</summary>
internal static class Told
{
    private const string Statement = "/statement/original";
    private const string Harm = "harm/";
    private const int Most = 3;

    // Below this a second or third suggestion is more often noise than help.
    private const float LeastScore = 0.10f;

    private const string Grown = "adult";
    private const string OfTheYoung = "child.";

    private static readonly string[] Young = ["under_13", "13_15", "16_17"];

    // What is told of sexual images of somebody under 18 is another harm, with other help.
    private static readonly Dictionary<string, string> OfChildren = new(StringComparer.Ordinal)
    {
        ["ibsa.ncii"] = "child.csam",
        ["ibsa.synthetic"] = "child.csam",
        ["ibsa.covert"] = "child.csam",
        ["ibsa.threat"] = "child.sextortion",
        ["ibsa.unsolicited"] = "child.grooming",
    };

    /// <summary>The words, or null.</summary>
    public static string? Of(IReadOnlyList<Answer> answers)
    {
        string? all = null;
        foreach (var answer in answers)
            if (answer is { Field: Statement, Values: [var words] } && answer.Step.StartsWith(Harm, StringComparison.Ordinal))
                all = all is null ? words : all + "\n" + words;
        return all;
    }

    public static IReadOnlyList<Choice> Harms(string words, CaseView view, LoadedContent content)
    {
        if (content.Reader is not { } reader)
            return [];
        var band = view.Last("/person/age_band") is [var told] ? told : null;
        var minor = Young.Contains(band, StringComparer.Ordinal);
        var labels = reader.Suggest(words).Where(label => band != Grown || !label.Harm.StartsWith(OfTheYoung, StringComparison.Ordinal));
        var harms = labels.Where((label, rank) => rank == 0 || label.Score >= LeastScore)
            .Select(label => minor ? OfChildren.GetValueOrDefault(label.Harm, label.Harm) : label.Harm).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return harms.Count == 0 ? [] : [.. harms.Select(harm => new Choice(harm, "harms/" + harm)), None];
    }

    public static IReadOnlyList<Choice> Platforms(string words, LoadedContent content)
    {
        var found = content.Mentions.Find(words);
        return found.Count == 0 ? [] : [.. found.Select(id => new Choice(id, null, content.Domain.Platforms.Find(id)?.Name)), None];
    }

    private static Choice None => new(Words.More, "common/none-of-these");
}
