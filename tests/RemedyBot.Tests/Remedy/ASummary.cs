using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Tests.Remedy;

/// <summary>Builds summaries from answers, as a conversation would.</summary>
internal sealed class ASummary
{
    public const string Id = "abcdefghijklmnopqrstuvwxyz";
    public static readonly DateOnly Day = new(2026, 11, 22);

    private readonly List<Answer> answers = [];
    private SummaryContext context = new()
    {
        Id = Id,
        Created = Day,
        Today = Day,
        Language = "en",
        Handle = "Blue Heron",
        Taxonomy = Content.Taxonomy,
        Platforms = Content.Platforms,
    };

    public ASummary Told(string field, params string[] values) => At($"test{field}", field, AnswerKind.Chosen, values);

    public ASummary Skipped(string field, string? step = null) => At(step ?? $"test{field}", field, AnswerKind.Skipped, []);

    public ASummary At(string step, string field, AnswerKind kind, params string[] values)
    {
        answers.Add(new Answer(step, null, field, kind, values, answers.Count));
        return this;
    }

    public ASummary With(Func<SummaryContext, SummaryContext> change)
    {
        context = change(context);
        return this;
    }

    public ASummary Signal(string name, bool fromWords = true, bool cleared = false) =>
        With(c => c with { Signals = [.. c.Signals, new RaisedSignal(name, fromWords, cleared)] });

    public CaseSummary? BuildOrNull() => SummaryBuilder.Build(answers, context);

    public CaseSummary Build() => BuildOrNull() ?? throw new InvalidOperationException("Nothing was told.");
}
