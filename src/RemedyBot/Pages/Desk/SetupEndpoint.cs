using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>Sets the desk up on its own machine, with the one-time word that the server printed.</summary>
internal static class SetupEndpoint
{
    internal static Task Show(DeskVisit visit)
    {
        if (visit.Parts.Desk.Enrolment.IsSetUp)
            return visit.Go(DeskPages.Home);
        return IsOffered(visit) ? Show(visit, trouble: null) : NotHere(visit);
    }

    internal static async Task Create(DeskVisit visit)
    {
        if (visit.Parts.Desk.Enrolment.IsSetUp || !IsOffered(visit))
        {
            await Show(visit);
            return;
        }

        var result = await CreateAsync(visit);
        if (result is EnrolmentResult.Enrolled or EnrolmentResult.AlreadySetUp)
            await visit.Go(DeskPages.SignInPath);
        else
            await Show(visit, visit.Words[EnrolFields.Key(result)]);
    }

    // Coming from loopback is no proof: a proxy on the same machine makes every visitor look so. It only keeps the form from strangers' eyes.
    private static bool IsOffered(DeskVisit visit) => visit.Parts.SetupWord is not null && DeskCookie.IsLoopback(visit.Context);

    private static async Task<EnrolmentResult?> CreateAsync(DeskVisit visit)
    {
        if (visit.Parts.SetupWord?.Matches(visit.Form["setup"]) != true)
            return EnrolmentResult.SetupWordWrong;
        return EnrolFields.Read(visit.Form) is { } first ? await visit.Parts.Desk.Enrolment.SetUpAsync(first, visit.Cancellation) : null;
    }

    private static Task NotHere(DeskVisit visit) =>
        visit.Notice(visit.Words["not-set-up-title"], visit.Words["not-set-up"], StatusCodes.Status404NotFound);

    private static Task Show(DeskVisit visit, string? trouble)
    {
        var words = visit.Words;
        var form = DeskFrame.Form(
            DeskPages.SetupPath,
            [
                DeskFrame.Field("setup", words["setup-word"], hint: words["setup-word-hint"], value: visit.Form["setup"] is { Length: > 0 } typed ? typed : null),
                .. EnrolFields.Of(visit),
                DeskFrame.Button(words["setup-do"], style: "main"),
            ]);
        var content = new Element("div", new Element("h1", words["setup-title"]), new Element("p", words["setup-intro"]), DeskFrame.Trouble(trouble), form) { ["class"] = "card narrow" };
        return visit.Show(words["setup-title"], content, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
