using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Translation;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Turns;

/// <summary>
/// A person's own words for helpers who read another language, made by a machine with her yes. What was made lives in memory, between the turn
/// that asked for it and the one in which she looks at it; only with a second yes does it go into the case, beside her own words.
/// It is of exactly the words that the machine was given: of any others there is none.
/// </summary>
public sealed partial class Translations(ITranslator? translator, LoadedContent content, TimeProvider time)
{
    private const string Question = "recipient-consent/translate";
    private const string Review = "recipient-consent/translation";
    private const int Most = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Case, string Item), Made> _made = [];
    private ITimer? _rounds;

    private sealed record Made(string Of, string From, string Text, string Language, DateTimeOffset At)
    {
        public override string ToString() => nameof(Made);
    }

    /// <summary>How many are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _made.Count;
        }
    }

    public string Engine => translator?.Engine ?? "";

    /// <summary>The language to translate into; null where nothing is to be translated for this recipient.</summary>
    /// <param name="reads">The languages that its staff read, as far as it says so.</param>
    public string? For(CaseView view, string item, IReadOnlyList<string> reads, string language) =>
        translator is not null && reads.Count > 0 && !reads.Any(r => Same(r, language)) && view.Granted(item).Contains("g4")
        && view.Last("/statement/original") is [{ Length: > 0 }] ? reads[0] : null;

    /// <summary>
    /// Whether the question for it, or its answer, has a place. The answer was for the words that stood there, so other words ask anew, and so does going back
    /// over a translation that is held no more. Of a case that has gone it is not asked for the first time.
    /// </summary>
    public bool IsAsked(CaseFile file, CaseView view, string item, IReadOnlyList<string> reads)
    {
        if (For(view, item, reads, file.Language) is null)
            return false;
        var before = Dialogs.Turns.Engine.Answers(file.Conversation);
        if (Last(view.Answers, Question, item) is not { } answer)
            return !Handed(file, item) || Last(before, Question, item) is not null;
        var undone = answer.Values is ["yes"] && Last(view.Answers, Review, item) is null && Last(before, Review, item) is not null && Find(file, view, item) is null;
        return !undone && (Handed(file, item) || !view.Answers.Any(a => a.Field == Told.Statement && a.Order > answer.Order));
    }

    /// <summary>
    /// Whether a translation was made that she can look at, or has looked at. Where it has gone meanwhile (time, a restart) its question stands all the same, or
    /// her yes would be taken for an answer to the next one, which she has not seen.
    /// </summary>
    public bool Has(CaseFile file, CaseView view, string item) => Find(file, view, item) is not null
        || Last(view.Answers, Review, item) is not null
        || file.Conversation.Asking?.Split('~', '#')[0] == $"{Review}@{item}";

    /// <summary>She said yes to a translation that has gone meanwhile, so that her own words go alone.</summary>
    public bool IsGone(CaseFile file, CaseView view, string item) => Last(view.Answers, Review, item) is { Values: ["yes"] } && !Handed(file, item) && Find(file, view, item) is null;

    public string Text(CaseFile file, CaseView view, string item) => Find(file, view, item)?.Text ?? "";

    /// <summary>Says whether this answer asks for a translation, and for whom.</summary>
    public static string? AskedFor(Message? asked, Input input) =>
        asked is { Step: Question, Item: { } item } && input is Input.Chosen { Values: ["yes"] } ? item : null;

    /// <summary>Asks the machine. Nothing comes of it where it fails or takes too long.</summary>
    /// <param name="redacted">From <see cref="Redacted"/>.</param>
    public async Task MakeAsync(CaseFile file, string item, string redacted, string to, CancellationToken cancellation)
    {
        Drop((key, _) => key == (file.CaseId, item));
        if (translator is null || Count >= Most || await translator.TranslateAsync(redacted, file.Language, to, cancellation) is not { } text)
            return;
        lock (_lock)
        {
            _made[(file.CaseId, item)] = new(redacted, file.Language, text, to, time.GetUtcNow());
            _rounds ??= time.CreateTimer(_ => Drop((_, made) => !IsFresh(made)), null, Round, Round);
        }
    }

    /// <summary>The summary with the translation beside her own words, where she said yes to it.</summary>
    public CaseSummary Into(CaseSummary summary, CaseFile file, string item, CaseView view) =>
        Last(view.Answers, Review, item) is { Values: ["yes"] } && Find(file, view, item) is { } made && summary.Statement is { Original: not null } statement
            ? summary with { Statement = statement with { Rendered = [new Rendering { Text = made.Text, Lang = made.Language, Method = "mt", Engine = Engine, Reviewed = "person" }] } }
            : summary;

    /// <summary>What the machine is given, and she is shown before: her words without the names, numbers, addresses and links that were found in them.</summary>
    public string? Redacted(CaseView view, string item, string language) =>
        view.Redacted(item, HandoffWords.Marks(content, language)) is { } masked ? Digits().Replace(masked, "[…]") : null;

    /// <summary>Lets go of what nobody will look at again: it went with the case, was refused, or she has gone.</summary>
    public void Release(CaseFile file, IReadOnlyList<Answer> answers) => Drop((key, _) => key.Case == file.CaseId
        && (file.Conversation.Ended || Handed(file, key.Item) || Last(answers, Question, key.Item) is not { Values: ["yes"] } || Last(answers, Review, key.Item) is { Values: not ["yes"] }));

    public void Forget(CaseFile file) => Drop((key, _) => key.Case == file.CaseId);

    private Made? Find(CaseFile file, CaseView view, string item)
    {
        Made? made;
        lock (_lock)
            made = _made.GetValueOrDefault((file.CaseId, item));
        return made is not null && IsFresh(made) && Redacted(view, item, made.From) == made.Of ? made : null;
    }

    private bool IsFresh(Made made) => time.GetUtcNow() - made.At < Kept;

    private void Drop(Func<(string Case, string Item), Made, bool> which)
    {
        lock (_lock)
        {
            foreach (var (key, _) in _made.Where(pair => which(pair.Key, pair.Value)).ToList())
                _made.Remove(key);
            if (_made.Count > 0)
                return;
            _rounds?.Dispose();
            _rounds = null;
        }
    }

    private bool Handed(CaseFile file, string item) => file.Handoffs.Any(h => h.Item == item && h.Stands(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));

    private static Answer? Last(IReadOnlyList<Answer> answers, string step, string item) => answers.LastOrDefault(a => a.Step == step && a.Item == item);

    private static bool Same(string one, string other) => Short(one).Equals(Short(other), StringComparison.OrdinalIgnoreCase);

    private static string Short(string tag) => tag.Split('-')[0];

    // Account numbers, dates of birth, house numbers: whatever else they are, a machine elsewhere need not see them.
    [GeneratedRegex(@"\p{Nd}{3,}")]
    private static partial Regex Digits();
}
