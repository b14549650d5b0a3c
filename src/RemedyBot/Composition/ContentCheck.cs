using RemedyBot.Composition.Checks;
using RemedyBot.Localization;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Recipients;
using Severity = RemedyBot.Localization.Checks.Severity;

namespace RemedyBot.Composition;

/// <summary>Everything that `check` finds, in one list: dialogs, routes and other data, catalogs, word lists, settings.</summary>
public static class ContentCheck
{
    /// <param name="help">Says of the cards whether they are offered; without it their signatures count for nothing.</param>
    /// <param name="place">Where the setting that such a sentence names stands.</param>
    public static IReadOnlyList<Finding> Run(
        ContentFolder folder, IEnumerable<string> settings, Func<IReadOnlyList<WrittenCard>, HelpDirectory>? help = null, Func<string, (string File, int Line)>? place = null)
    {
        var findings = new List<Finding>(settings.Select(s => (Problem: s, At: place?.Invoke(s) ?? ("settings", 1))).Select(s => new Finding("O01", Severity.Error, s.At.File, s.At.Line, s.Problem)));
        LoadedContent content;
        try
        {
            content = LoadedContent.Read(folder);
        }
        catch (ContentException e)
        {
            findings.Add(new("D30", Severity.Error, e.Path, e.Line, e.Problem + ". The program cannot start with it."));
            return findings;
        }
        findings.AddRange(content.Dialogs.Diagnostics.Select(d => new Finding(
            d.Id, d.Severity == Dialogs.Loading.Severity.Error ? Severity.Error : Severity.Warning, d.File, d.Line, d.Message)));
        findings.AddRange(new AskedTexts(folder, content).Run());
        findings.AddRange(new FieldCheck(content).Run());
        findings.AddRange(SelectorCheck.Run(content));
        findings.AddRange(new RouteCheck(content, Today()).Run());
        findings.AddRange((help ?? (cards => HelpDirectory.Of(cards, null, _ => null, TimeProvider.System)))(content.Domain.Cards).All
            .Where(s => s is { Why: not null, Written.Example: false })
            .Select(s => new Finding("D32", Severity.Warning, HelpDirectory.Path, s.Written.Line, $"The recipient `{s.Written.Id}` is not offered: {s.Why}.")));
        findings.AddRange(content.Signals.Problems.Concat(content.Relations.Problems).Select(p => new Finding("W01", Severity.Error, $"localization/style/{p.Language}.yaml", p.Line, p.Detail)));
        findings.AddRange(Learned(folder, content));
        findings.AddRange(TextChecks.Run([.. folder.Catalogs()], content.Sources));
        return [.. findings.Where(f => f.Severity != Severity.Note).Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
    }

    // One day ahead, for those who check where the next day has begun.
    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);

    /// <summary>Example messages that cannot be used, and a model that is missing or older than what it is learned from.</summary>
    private static IEnumerable<Finding> Learned(ContentFolder folder, LoadedContent content)
    {
        var files = Learning.Read(folder, content.Domain);
        foreach (var problem in files.Problems)
            yield return new("W02", Severity.Error, problem.Path, problem.Line, problem.Detail);
        if (content.ModelProblem is { } missing)
            yield return new("W03", Severity.Warning, Learning.ModelPath, 1, missing);
        else if (content.Reader?.Fingerprint != files.Course.Fingerprint())
            yield return new("W03", Severity.Warning, Learning.ModelPath, 1, "The examples, concepts or word lists have changed since the model was learned. Run `remedybot localize train`.");
    }

    /// <summary>
    /// Whether these findings keep content from being used: an error in a language that is not offered harms nobody yet. What is wrong with the list of languages always does:
    /// the program does not start with it, and a status that cannot be read makes a draft of any language.
    /// </summary>
    public static bool Blocks(IReadOnlyList<Finding> findings, ContentFolder folder)
    {
        var registry = Localizer.Load([.. folder.Files("localization/languages.yaml")], []).Registry;
        return findings.Any(f => f.Severity == Severity.Error && (f.Language is null || f.File == LoadedContent.RegistryPath || registry.Find(f.Language) is not { Status: LanguageStatus.Draft }));
    }
}
