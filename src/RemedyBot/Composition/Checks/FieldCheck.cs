using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;
using RemedyBot.Localization.Checks;
using RemedyBot.Remedy.Cases;
using RemedyBot.Turns;

namespace RemedyBot.Composition.Checks;

/// <summary>D22: answers that would never reach the summary, and conditions on what it can never hold.</summary>
internal sealed class FieldCheck(LoadedContent content)
{
    private const string Anything = "*";
    private const string Group = ".*";

    public IEnumerable<Finding> Run() =>
        from dialog in content.Dialogs.Dialogs.All
        from step in dialog.Steps
        from found in step.Conditions.SelectMany(Condition).Concat(step is Ask ask ? Question(ask) : [])
        select new Finding("D22", Severity.Error, dialog.File, found.Line, found.Message);

    private IEnumerable<(int Line, string Message)> Question(Ask ask)
    {
        foreach (var pointer in new[] { ask.Field, ask.Words, ask.Sentences, ask.Fills }.OfType<string>().Where(p => !Exists(p)))
            yield return (ask.Line, NoField(pointer) + " Its answer would be lost.");
        if ((ask.Fills ?? ask.Field) is not { } filled || AnswerFields.Find(filled) is not { } field)
            yield break;
        foreach (var option in ask.Options.Where(o => o.Value is not (Words.More or Words.Nothing) && !AnswerFields.Takes(field, o.Value, content.Domain.Taxonomy)))
            yield return (option.Title.Line, $"`{filled}` cannot hold `{option.Value}`, so this answer would be lost.{Known(field)}");
        var signals = ask.Raises.Concat(ask.Clears).SelectMany(s => s.Value.Select(value => (s.Key, Value: value)));
        foreach (var (signal, value) in signals.Where(s => !AnswerFields.Takes(field, s.Value, content.Domain.Taxonomy)))
            yield return (ask.Line, $"The signal {signal} hangs on `{value}`, which is no answer to question `{ask.Id}`.{Known(field)}");
    }

    private IEnumerable<(int Line, string Message)> Condition(Condition condition)
    {
        switch (condition)
        {
            case Answered answered when !Exists(answered.Field):
                yield return (condition.Line, NoField(answered.Field) + " So this never holds.");
                break;
            case FieldIs held when !Exists(held.Field):
                yield return (condition.Line, NoField(held.Field) + " So this never holds.");
                break;
            case FieldIs held when AnswerFields.Find(held.Field) is { } field:
                foreach (var value in held.Any.Where(v => !CanHold(field, v)))
                    yield return (condition.Line, $"`{held.Field}` never holds `{value}`.{Known(field)}");
                break;
        }
    }

    private bool CanHold(Field field, string value) =>
        value is Anything or Words.More or Words.Nothing || AnswerFields.Takes(field, value.EndsWith(Group, StringComparison.Ordinal) ? value[..^Group.Length] : value, content.Domain.Taxonomy);

    private static bool Exists(string pointer) => pointer == CaseView.Named || AnswerFields.Find(pointer) is not null;

    private static string NoField(string pointer) => $"The case summary has no field `{pointer}`. Correct the name; all fields stand in src/RemedyBot.Remedy/Cases/case-summary.schema.json.";

    private static string Known(Field field) => field.Values.Count > 0 ? $" It takes: {string.Join(", ", field.Values)}."
        : field.Type == "leaf" ? " It takes the harms of dialogs/taxonomy.yaml and their groups."
        : field.Type == "boolean" ? " It takes: yes, no."
        : field.Pattern is { } pattern ? $" It takes what fits {pattern}."
        : "";
}
