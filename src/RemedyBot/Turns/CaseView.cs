using System.Security.Cryptography;
using System.Text;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Redaction;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Turns;

/// <summary>What the answers come to: summary, consents, names found in the person's words. Derived anew whenever it is asked for; nothing of it is stored.</summary>
public sealed class CaseView(CaseFile file, IReadOnlyList<Answer> answers, LoadedContent content, DateOnly today)
{
    private readonly SignalState _signals = SignalState.Of(file.Conversation);
    private IReadOnlyList<string>? _leaves;
    private CaseSummary? _summary;
    private bool _built;

    public IReadOnlyList<Answer> Answers => answers;

    public IReadOnlySet<string> Signals => _signals.Active;

    public const string CountryField = "/person/country";

    public string? Country => Last(CountryField) is [var code] ? code : null;

    /// <summary>The leaves chosen, the weightiest first.</summary>
    public IReadOnlyList<string> Leaves => _leaves ??= SummaryBuilder.Leaves(answers, content.Domain.Taxonomy);

    /// <summary>The summary, with the consents that handoffs rest or rested on; null until something was told.</summary>
    public CaseSummary? Summary
    {
        get
        {
            if (!_built)
                (_summary, _built) = (SummaryBuilder.Build(answers, Context()), true);
            return _summary;
        }
    }

    /// <summary>Whether anything was told that somebody could use; the language alone is nothing.</summary>
    public bool Holds => answers.Any(a => a.Values.Count > 0 && a.Field is not (null or "/person/languages"));

    public bool Kept => answers.LastOrDefault(a => a.Step is "keep/keep" or "keep/keep-here") is { Values: ["yes"] };

    public IReadOnlyList<string>? Last(string field) => answers.LastOrDefault(a => a.Field == field)?.Values;

    /// <summary>The groups a recipient was given with the questions of these modes.</summary>
    public IReadOnlyList<string> Said(string item, params IReadOnlyList<string> modes) => [.. answers
        .Where(a => a.Item == item && a.Values is not ["no"] && content.Dialogs.Dialogs.Step(a.Step) is Ask { Kind: PromptKind.Consent, Mode: { } mode } && modes.Contains(mode))
        .SelectMany(a => a.Values).Distinct(StringComparer.Ordinal)];

    /// <summary>The groups that need the young person's own yes before they may go.</summary>
    public IReadOnlyList<string> OwnNeeded(string item) =>
        Summary is { } summary ? ConsentRules.OwnYesNeeded(summary, Said(item, "default", "beyond")) : [];

    /// <summary>Everything that may go to a recipient.</summary>
    public IReadOnlyList<string> Granted(string item) => [.. Said(item, "default", "beyond").Except(OwnNeeded(item)).Concat(Said(item, "own"))];

    /// <summary>Whether what this recipient gets says how the person can be reached elsewhere than here.</summary>
    public bool NamesWayBack(string item) =>
        Granted(item).Contains(ConsentRules.Contact) && Last("/contact/allowed") is ["yes"] && Last("/contact/channels/-/value") is [{ Length: > 0 }];

    /// <summary>The consents that stand for a recipient, for its copy of the case.</summary>
    public IReadOnlyList<ConsentRecord> Consents(RecipientCard recipient, ConsentRecord terms)
    {
        var own = Said(recipient.Id, "own");
        var others = Said(recipient.Id, "default", "beyond").Except(own).ToList();
        var by = Summary is { } summary ? ConsentRules.By(summary) : "self";
        ConsentRecord[] all = [terms with { Groups = others, By = by }, .. own.Count > 0 ? [terms with { Groups = own, By = "self" }] : Array.Empty<ConsentRecord>()];
        return all;
    }

    /// <summary>Names, numbers and links in the person's own words that would leave; none in those that stay.</summary>
    public IReadOnlyList<Find> Finds(string item)
    {
        var granted = Granted(item);
        return content.Domain.Finder.Find(Prose.Where(own => granted.Contains(own.Group)).SelectMany(own => Last(own.Field) ?? []), Country);
    }

    /// <summary>Further words that the person wants hidden.</summary>
    private List<string> Hidden(string item) => [.. answers.Where(a => a.Field == Named && a.Item == item)
        .SelectMany(a => a.Values).SelectMany(v => v.Split(Between)).Select(w => w.Trim()).Where(w => w.Length > 1)];

    /// <summary>Where further words to hide are kept.</summary>
    public const string Named = "/consent/-/hidden";
    private static readonly (string Field, string Group)[] Prose = [("/statement/original", "g4"), ("/statement/short_reason", "g3")];
    private static readonly char[] Between = ['\n', ',', ';', '،', '、'];

    /// <summary>The summary as it goes to a recipient: what was not kept is masked in the person's own words.</summary>
    public CaseSummary Masked(CaseSummary summary, string item, IReadOnlyDictionary<FindKind, string> marks)
    {
        var kept = answers.LastOrDefault(a => a.Item == item && a.Step.EndsWith("/masks", StringComparison.Ordinal) && a.Kind != AnswerKind.Words)?.Values ?? [];
        var hide = Finds(item).Where(find => !kept.Contains(FindValue(find), StringComparer.Ordinal)).ToList();
        return Masking.Mask(summary, hide, Hidden(item), marks);
    }

    /// <summary>The person's own words as a machine elsewhere may see them: whatever was found or named is hidden, also what the recipient may see. Null where there are none.</summary>
    public string? Redacted(string item, IReadOnlyDictionary<FindKind, string> marks) =>
        Last("/statement/original") is [var words] ? Masking.Mask(words, Finds(item), Hidden(item), marks) : null;

    /// <summary>The value under which something found may be kept: of these words alone, so that words changed afterwards are hidden again.</summary>
    public static string FindValue(Find find) => "found-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(find.Text)))[..8];

    private SummaryContext Context() => new()
    {
        Id = file.CaseId,
        Created = file.Created,
        Today = today,
        Language = file.Language,
        Handle = content.MadeUpName(file.Language, file.CaseId),
        Taxonomy = content.Domain.Taxonomy,
        Platforms = content.Domain.Platforms,
        DirectoryVersion = content.Domain.Routes.Version,
        Consents = [.. file.Held.SelectMany(h => h.Consents ?? []), .. file.TalksTakenBack],
        Signals = [.. _signals.Counting.Select(r => r.Signal).Distinct(StringComparer.Ordinal).Select(s => new RaisedSignal(
            s, _signals.Raisings.Any(r => r.Signal == s && r.Heard), !_signals.Active.Contains(s)))],
    };
}
