using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Loading;

/// <summary>What no single step can see: references, duplicates, ways out.</summary>
internal static class DialogCheck
{
    public const int StepsPerDialog = 200;
    public const int OptionsPerQuestion = 40;

    public static IEnumerable<Diagnostic> Run(DialogSet set, IReadOnlyList<SourceText> texts)
    {
        foreach (var dialog in set.All)
            foreach (var diagnostic in Dialog(set, dialog))
                yield return diagnostic;
        foreach (var group in texts.GroupBy(t => t.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new("D15", Severity.Error, group.Last().File, group.Last().Line, $"The text `{group.Key}` stands here twice. Rename one.");
        foreach (var text in texts)
            foreach (var name in Placeholder.Names(text.Other).Where(n => !text.Placeholders.ContainsKey(n) && text.Kind == "message"))
                yield return new("D16", Severity.Error, text.File, text.Line, $"{{{name}}} is not declared. Add `with: {{{name}: TYPE}}` to the step.");
        foreach (var cycle in Cycles(set))
            yield return new("D17", Severity.Error, cycle.File, 1, $"`{cycle.Name}` calls itself through others. A dialog may only call down.");
    }

    private static IEnumerable<Diagnostic> Dialog(DialogSet set, Dialog dialog)
    {
        Diagnostic Wrong(string id, int line, string message) => new(id, Severity.Error, dialog.File, line, message);
        if (dialog.Steps.Count > StepsPerDialog)
            yield return Wrong("D18", 1, $"A dialog has at most {StepsPerDialog} steps. Move some into a dialog of their own and call it.");
        foreach (var twice in dialog.Steps.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Wrong("D15", twice.Last().Line, $"The id `{twice.Key}` stands here twice. Rename one.");
        for (var i = 0; i < dialog.Steps.Count; i++)
        {
            var step = dialog.Steps[i];
            if (step is Branch branch)
                foreach (var jump in branch.Jumps.Where(j => dialog.IndexOf(j.To) <= i))
                    yield return Wrong("D07", step.Line, $"`to: {jump.To}` has to name a later step of this dialog.");
            if (step is Call call && set.Find(call.Dialog) is null)
                yield return Wrong("D19", step.Line, $"There is no dialog `{call.Dialog}`. Add dialogs/{call.Dialog}.yaml or correct the name.");
            if (step is Ask ask)
                foreach (var message in Question(ask))
                    yield return Wrong("D12", step.Line, message);
        }
    }

    private static IEnumerable<string> Question(Ask ask)
    {
        var needsOptions = ask.Kind is PromptKind.Choice or PromptKind.Choices;
        if (needsOptions && ask.Options.Count == 0 && ask.OptionsFrom is null)
            yield return $"Question `{ask.Id}` offers nothing: give it `options`.";
        if (ask.Options.Count > OptionsPerQuestion)
            yield return $"Question `{ask.Id}` offers more than {OptionsPerQuestion} options. Ask for a group first.";
        foreach (var twice in ask.Options.GroupBy(o => o.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return $"Question `{ask.Id}` offers the value `{twice.Key}` twice.";
        foreach (var option in ask.Options.Where(o => Words.Wishes.Contains(o.Value, StringComparer.Ordinal)))
            yield return $"`{option.Value}` is a wish that works at every step. Give the option another value.";
        if (ask.Kind == PromptKind.Code && ask.Mode is not ("new" or "return"))
            yield return $"Question `{ask.Id}` needs `code: new` or `code: return`.";
    }

    private static IEnumerable<Dialog> Cycles(DialogSet set)
    {
        bool Reaches(string from, string to, int depth) => depth < 100 && set.Find(from) is { } dialog
            && dialog.Steps.OfType<Call>().Any(c => c.Dialog == to || Reaches(c.Dialog, to, depth + 1));
        return set.All.Where(d => Reaches(d.Name, d.Name, 0));
    }
}
