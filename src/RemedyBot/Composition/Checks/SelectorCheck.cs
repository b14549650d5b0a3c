using RemedyBot.Dialogs.Model;
using RemedyBot.Localization.Checks;
using RemedyBot.Remedy.Routes;

namespace RemedyBot.Composition.Checks;

/// <summary>D11 for `routes:` of a step: a misspelt name would take help away from under a message.</summary>
internal static class SelectorCheck
{
    public static IEnumerable<Finding> Run(LoadedContent content) =>
        from dialog in content.Dialogs.Dialogs.All
        from say in dialog.Steps.OfType<Say>()
        from name in say.Routes is { } routes ? content.Domain.Routes.Unknown(routes) : []
        select new Finding("D11", Severity.Error, dialog.File, say.Line,
            $"`routes:` of step `{say.Id}` names `{name}`, which is no route of dialogs/routes and, by itself, no selector. Selectors: {string.Join(", ", RouteSelectors.Names)}.");
}
