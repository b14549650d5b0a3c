using System.Globalization;
using System.Text;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Understanding.Evaluation;

/// <summary>Figures and confusions as Markdown.</summary>
public static class Report
{
    private const int MostConfusions = 8;
    private const string Nothing = "(nothing)";

    /// <summary>One table: a row for each language, and one for all.</summary>
    public static string Table(IReadOnlyList<Judged> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var text = new StringBuilder("| language | messages | first | in three | harmless | recognised | language found |");
        foreach (var signal in SignalNames.All)
            text.Append(' ').Append(SignalNames.Of(signal)).Append(" |");
        text.Append("\n| --- | --- | --- | --- | --- | --- | --- |").Insert(text.Length, " --- |", SignalNames.All.Count);
        foreach (var language in judged.GroupBy(j => j.Example.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(text, language.Key, Figures.Of([.. language]));
        Row(text, "**all**", Figures.Of(judged));
        return text.Append('\n').ToString();
    }

    /// <summary>For each language, which harms are taken for which others most often.</summary>
    public static string Confusions(IReadOnlyList<Judged> judged, int most = MostConfusions)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var text = new StringBuilder("| language | main harm → suggested first (how often) |\n| --- | --- |\n");
        foreach (var language in judged.Where(j => j.Example.Harms.Count > 0).GroupBy(j => j.Example.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var wrong = language.Select(j => (Meant: j.Example.Harms[0], Read: j.Reading.Labels.Count == 0 ? Nothing : j.Reading.Labels[0].Harm))
                .Where(pair => pair.Meant != pair.Read).CountBy(pair => pair)
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key.Meant, StringComparer.Ordinal).ThenBy(c => c.Key.Read, StringComparer.Ordinal).Take(most);
            text.Append(CultureInfo.InvariantCulture, $"| {language.Key} | {string.Join(", ", wrong.Select(c => $"{c.Key.Meant} → {c.Key.Read} ({c.Value})"))} |\n");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, Figures f)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {name} | {f.Messages} | {Percent(f.Top1)} | {Percent(f.Top3)} | {f.Harmless} | {Percent(f.Recognised)} | {Percent(f.Languages)} |");
        foreach (var signal in SignalNames.All)
            text.Append(CultureInfo.InvariantCulture, $" {Percent(f.Recall[signal])} ({Percent(f.Alarms[signal])}, {Percent(f.Elsewhere[signal])}) |");
    }

    private static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
