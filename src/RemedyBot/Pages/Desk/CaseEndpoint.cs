using System.Text;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Localization.Bidi;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>One case: read it, write to the person, say where it stands.</summary>
internal static class CaseEndpoint
{
    internal static Task Show(DeskVisit visit) =>
        Show(visit, trouble: null, visit.Context.Request.Query.ContainsKey("done") ? visit.Words["act-done"] : null);

    internal static async Task Act(DeskVisit visit)
    {
        var reference = Reference(visit);
        var text = CleanText.Of(visit.Form["text"].ReplaceLineEndings("\n"));
        var result = HandoffStates.Read(visit.Form["act"]) is { } state
            ? await visit.Parts.Desk.Cases.ActAsync(new(reference, state, text) { Version = DeskForm.IdIn(visit.Form["version"]) }, visit.Session!, visit.Cancellation)
            : ActResult.NotPossible;
        if (result is ActResult.Done)
            await visit.Go(DeskPages.CasesPath + reference + "?done");
        else
            await Show(visit, visit.Words[Key(result, visit)], good: null);
    }

    /// <summary>The sealed case as a file, for the machine that holds its key.</summary>
    internal static async Task Save(DeskVisit visit)
    {
        if (await visit.Parts.Desk.Cases.OpenAsync(Reference(visit), visit.Session!, visit.Cancellation) is not { } opened)
        {
            await Gone(visit);
            return;
        }

        visit.Context.Response.Headers.ContentDisposition = $"attachment; filename=\"{opened.Ref}.jwe\"";
        await PageAnswer.Send(visit.Context.Response, StatusCodes.Status200OK, "application/jose", Encoding.ASCII.GetBytes(opened.Jwe), visit.Cancellation);
    }

    private static string Key(ActResult result, DeskVisit visit) => result switch
    {
        ActResult.TooLong => "act-too-long",
        ActResult.Changed => "act-changed",
        ActResult.NotPossible when visit.Form["act"] == "answered" && string.IsNullOrWhiteSpace(visit.Form["text"]) => "answer-empty",
        _ => "act-not-possible",
    };

    private static string Reference(DeskVisit visit) => visit.Context.Request.RouteValues["reference"] as string ?? "";

    private static async Task Show(DeskVisit visit, string? trouble, string? good)
    {
        if (await visit.Parts.Desk.Cases.OpenAsync(Reference(visit), visit.Session!, visit.Cancellation) is not { } opened)
        {
            await Gone(visit);
            return;
        }

        var title = opened.Ref;
        await visit.Show(title, CaseView.Of(visit, opened, trouble, good), trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Task Gone(DeskVisit visit) =>
        visit.Notice(visit.Words["case-gone-title"], visit.Words["case-gone"], StatusCodes.Status404NotFound);
}
