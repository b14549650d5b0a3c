using System.Globalization;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>C01 and C03: lengths in UTF-16 units, which no channel counts less than.</summary>
internal static class LengthChecks
{
    /// <summary>A reply button of WhatsApp; longer titles go into its list or are numbered.</summary>
    public const int ReplyButton = 20;

    public static IEnumerable<Finding> Run(CheckedEntry entry) =>
        entry.Written.SelectMany(t => Run(t, entry.Source, (id, severity, message) => entry.Finding(id, severity, message)));

    public static IEnumerable<Finding> Run(string text, SourceText source, Func<string, Severity, string, Finding> finding)
    {
        var length = text.Length.ToString(CultureInfo.InvariantCulture);
        if (source.Max > 0 && text.Length > source.Max)
            yield return finding(source.Kind == TextKind.Button ? "C01" : "C03", Severity.Error, $"{length} characters, at most {source.Max.ToString(CultureInfo.InvariantCulture)} fit: say it shorter.");
        else if (source.Kind == TextKind.Button && text.Length > ReplyButton)
            yield return finding("C01", Severity.Warning, $"{length} characters: over {ReplyButton.ToString(CultureInfo.InvariantCulture)} a messaging app shows a list instead of buttons.") with { Severity = Severity.Warning };
    }
}
