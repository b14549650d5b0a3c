using System.Globalization;
using System.Text;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Understanding.Evaluation;

/// <summary>Figures and confusions as Markdown.</summary>
public static class Report
{
    private const int MostConfusions = 8;
    private const int Bands = 5;
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

    /// <summary>What conversations answer at once, and what they ask about besides: a row for each language, and one for all.</summary>
    public static string Conversations(IReadOnlyList<Judged> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        (Signal Signal, bool Asked)[] columns = [(Signal.Danger, false), (Signal.Danger, true), (Signal.SelfHarm, false), (Signal.SelfHarm, true), (Signal.Minor, false), (Signal.Spyware, false), (Signal.Custody, false)];
        var text = new StringBuilder("| language |");
        foreach (var (signal, asked) in columns)
            text.Append(' ').Append(SignalNames.Of(signal)).Append(asked ? ", asked too |" : " |");
        text.Append("\n| --- |").Insert(text.Length, " --- |", columns.Length);
        void Row(string name, IReadOnlyCollection<Judged> some)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {name} |");
            foreach (var (signal, asked) in columns)
            {
                var heard = Hearings.Of(some, signal, asked);
                text.Append(CultureInfo.InvariantCulture, $" {Percent(heard.Recall)} ({Percent(heard.Harmless)}, {Percent(heard.Elsewhere)}) |");
            }
        }

        foreach (var language in judged.GroupBy(j => j.Example.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(language.Key, [.. language]);
        Row("**all**", judged);
        return text.Append('\n').ToString();
    }

    /// <summary>How far a score can be trusted: of the first suggestions with about this score, how many were right.</summary>
    public static string Reliability(IReadOnlyList<Judged> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var text = new StringBuilder("| score of the first suggestion | messages | right |\n| --- | --- | --- |\n");
        var bands = judged.Where(j => j.Example.Harms.Count > 0 && j.Reading.Labels.Count > 0)
            .GroupBy(j => Math.Min((int)(j.Reading.Labels[0].Score * Bands), Bands - 1)).OrderBy(band => band.Key);
        foreach (var band in bands)
        {
            var right = band.Count(j => j.Reading.Labels[0].Harm == j.Example.Harms[0]) / (double)band.Count();
            text.Append(CultureInfo.InvariantCulture, $"| {Percent((double)band.Key / Bands)} to {Percent((band.Key + 1.0) / Bands)} | {band.Count()} | {Percent(right)} |\n");
        }

        return text.ToString();
    }

    /// <summary>For each language, which harms are taken for which others most often.</summary>
    /// <param name="most">How many of each language; 0 for all.</param>
    public static string Confusions(IReadOnlyList<Judged> judged, int most = MostConfusions)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var text = new StringBuilder("| language | main harm → suggested first (how often) |\n| --- | --- |\n");
        foreach (var language in judged.Where(j => j.Example.Harms.Count > 0).GroupBy(j => j.Example.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var wrong = language.Select(j => (Meant: j.Example.Harms[0], Read: j.Reading.Labels.Count == 0 ? Nothing : j.Reading.Labels[0].Harm))
                .Where(pair => pair.Meant != pair.Read).CountBy(pair => pair)
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key.Meant, StringComparer.Ordinal).ThenBy(c => c.Key.Read, StringComparer.Ordinal).Take(most > 0 ? most : int.MaxValue);
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
