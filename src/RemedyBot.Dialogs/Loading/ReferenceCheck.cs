using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Loading;

/// <summary>D20 and D21: conditions that can never hold, signals that can never be raised. One misspelt name would switch a step, or safety itself, off in silence.</summary>
internal static class ReferenceCheck
{
    private const string Anything = "*";

    public static IEnumerable<Diagnostic> Run(DialogSet set) =>
        from dialog in set.All
        from step in dialog.Steps
        from diagnostic in step.Conditions.OfType<StepIs>().SelectMany(c => Condition(set, dialog, c)).Concat(step is Ask ask ? Values(dialog, ask) : [])
        select diagnostic;

    private static IEnumerable<Diagnostic> Condition(DialogSet set, Dialog at, StepIs condition)
    {
        Diagnostic Wrong(string message) => new("D20", Severity.Error, at.File, condition.Line, message);
        var parts = condition.Step.Split('/');
        var dialog = parts.Length == 1 ? at : set.Find(parts[0]);
        if (dialog is null)
            yield return Wrong($"There is no dialog `{parts[0]}`, so `{condition.Step}` is never answered. Correct the name, or add dialogs/{parts[0]}.yaml.");
        else if (parts.Length > 2 || dialog.Step(parts[^1]) is not Ask ask)
            yield return Wrong($"`{condition.Step}` is no question, so this never holds. Questions of `{dialog.Name}`: {string.Join(", ", dialog.Steps.OfType<Ask>().Select(a => a.Id))}.");
        else if (ask.Answers is { } answers)
            foreach (var value in condition.Any.Where(v => v != Anything && !answers.Contains(v, StringComparer.Ordinal)))
                yield return Wrong($"`{condition.Step}` is never answered with `{value}`. Its answers: {string.Join(", ", answers)}.");
    }

    private static IEnumerable<Diagnostic> Values(Dialog dialog, Ask ask)
    {
        if (ask.Answers is not { } answers)
            yield break;
        var named = ask.Raises.SelectMany(s => s.Value.Select(v => (Key: "raises", Value: v)))
            .Concat(ask.Clears.SelectMany(s => s.Value.Select(v => (Key: "clears", Value: v))))
            .Concat(ask.Otherwise is { } value ? [("otherwise", value)] : []);
        foreach (var (key, unknown) in named.Where(n => !answers.Contains(n.Value, StringComparer.Ordinal)))
            yield return new("D21", Severity.Error, dialog.File, ask.Line, $"`{key}` of question `{ask.Id}` names `{unknown}`, which it never offers. Its answers: {string.Join(", ", answers)}.");
    }
}
