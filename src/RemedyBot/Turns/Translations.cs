using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Translation;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Redaction;

namespace RemedyBot.Turns;

/// <summary>
/// A person's own words for helpers who read another language, made by a machine with her yes. What was made lives in memory, between the turn
/// that asked for it and the one in which she looks at it; only with a second yes does it go into the case, beside her own words.
/// </summary>
public sealed partial class Translations(ITranslator? translator, TimeProvider time)
{
    private const string Question = "recipient-consent/translate";
    private const string Review = "recipient-consent/translation";
    private const int Most = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Case, string Item), (string Text, string Language, DateTimeOffset Made)> _made = new();

    public string Engine => translator?.Engine ?? "";

    /// <summary>The language to translate into; null where nothing is to be translated for this recipient.</summary>
    /// <param name="reads">The languages that its staff read, as far as it says so.</param>
    public string? For(CaseView view, string item, IReadOnlyList<string> reads, string language) =>
        translator is not null && reads.Count > 0 && !reads.Any(r => Same(r, language)) && view.Granted(item).Contains("g4")
        && view.Last("/statement/original") is [{ Length: > 0 }] ? reads[0] : null;

    /// <summary>
    /// Whether a translation was made that she can look at, or has looked at. Where it has gone meanwhile (time, a restart) its question stands all the same, or
    /// her yes would be taken for an answer to the next one, which she has not seen.
    /// </summary>
    public bool Has(CaseFile file, string item, IReadOnlyList<Answer> answers) => Find(file.CaseId, item) is not null
        || answers.Any(a => a.Step == Review && a.Item == item)
        || file.Conversation.Asking?.Split('~', '#')[0] == $"{Review}@{item}";

    /// <summary>She said yes to a translation that has gone meanwhile, so that her own words go alone.</summary>
    public bool IsGone(CaseFile file, string item, IReadOnlyList<Answer> answers) => Find(file.CaseId, item) is null
        && answers.LastOrDefault(a => a.Step == Review && a.Item == item) is { Values: ["yes"] }
        && !file.Handoffs.Any(h => h.Item == item && !h.Withdrawn);

    public string Text(CaseFile file, string item) => Find(file.CaseId, item)?.Text ?? "";

    /// <summary>Says whether this answer asks for a translation, and for whom.</summary>
    public static string? AskedFor(Message? asked, Input input) =>
        asked is { Step: Question, Item: { } item } && input is Input.Chosen { Values: ["yes"] } ? item : null;

    /// <summary>Asks the machine. Nothing comes of it where it fails or takes too long.</summary>
    /// <param name="redacted">From <see cref="Redacted"/>.</param>
    public async Task MakeAsync(CaseFile file, string item, string redacted, string to, CancellationToken cancellation)
    {
        _made.TryRemove((file.CaseId, item), out _);
        Sweep();
        if (translator is not null && _made.Count < Most && await translator.TranslateAsync(redacted, Short(file.Language), Short(to), cancellation) is { } text)
            _made[(file.CaseId, item)] = (text, to, time.GetUtcNow());
    }

    /// <summary>The summary with the translation beside her own words, where she said yes to it.</summary>
    public CaseSummary Into(CaseSummary summary, CaseFile file, string item, CaseView view) =>
        view.Answers.LastOrDefault(a => a.Step == Review && a.Item == item) is { Values: ["yes"] } && Find(file.CaseId, item) is { } made && summary.Statement is { Original: not null } statement
            ? summary with { Statement = statement with { Rendered = [new Rendering { Text = made.Text, Lang = made.Language, Method = "mt", Engine = Engine, Reviewed = "person" }] } }
            : summary;

    /// <summary>What the machine is given, and she is shown before: her words without the names, numbers, addresses and links that were found in them.</summary>
    public static string? Redacted(CaseView view, string item, IReadOnlyDictionary<FindKind, string> marks) =>
        view.Redacted(item, marks) is { } masked ? Digits().Replace(masked, "[…]") : null;

    public void Forget(CaseFile file)
    {
        foreach (var key in _made.Keys.Where(k => k.Case == file.CaseId))
            _made.TryRemove(key, out _);
    }

    private (string Text, string Language, DateTimeOffset Made)? Find(string file, string item) =>
        _made.TryGetValue((file, item), out var made) && time.GetUtcNow() - made.Made < Kept ? made : null;

    private void Sweep()
    {
        foreach (var (key, made) in _made)
            if (time.GetUtcNow() - made.Made >= Kept)
                _made.TryRemove(key, out _);
    }

    private static bool Same(string one, string other) => Short(one).Equals(Short(other), StringComparison.OrdinalIgnoreCase);

    private static string Short(string tag) => tag.Split('-')[0];

    // Account numbers, dates of birth, house numbers: whatever else they are, a machine elsewhere need not see them.
    [GeneratedRegex(@"\p{Nd}{3,}")]
    private static partial Regex Digits();
}
