using System.Globalization;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>Lets workers in and out.</summary>
internal static class SignInEndpoint
{
    internal static Task Show(DeskVisit visit) =>
        visit.Parts.Desk.File.Read() is null ? visit.Go(DeskPages.SetupPath) : Show(visit, note: visit.Context.Request.Query.ContainsKey("out") ? visit.Words["signin-ended"] : null);

    internal static async Task Enter(DeskVisit visit)
    {
        var form = visit.Form;
        switch (await visit.Parts.Desk.SignIn.SignInAsync(form["word"], form["passphrase"], form["code"], visit.Parts.Bucket(visit.Context), visit.Cancellation))
        {
            case SignInResult.Opened opened:
                DeskCookie.Write(visit, opened.SessionId);
                if (visit.Languages.Named(form["lang"]) is { } language)
                    visit.Parts.Desk.Sessions.Speak(opened.SessionId, language.Tag);
                await visit.Go(DeskPages.Home);
                break;
            case SignInResult.Wait wait:
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.Pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                visit.Context.Response.Headers.RetryAfter = seconds;
                await Show(visit, visit.Words.With("signin-wait", ("seconds", seconds)), status: StatusCodes.Status429TooManyRequests);
                break;
            case SignInResult.Busy:
                await Show(visit, visit.Words["signin-busy"], status: StatusCodes.Status503ServiceUnavailable);
                break;
            default:
                await Show(visit, visit.Words["signin-refused"], status: StatusCodes.Status401Unauthorized);
                break;
        }
    }

    internal static Task Leave(DeskVisit visit)
    {
        visit.Parts.Desk.Sessions.End(DeskCookie.Read(visit.Context.Request));
        DeskCookie.Delete(visit);
        return visit.Go(DeskPages.SignInPath + "?out");
    }

    private static Task Show(DeskVisit visit, string? trouble = null, string? note = null, int status = StatusCodes.Status200OK)
    {
        var words = visit.Words;
        var form = DeskFrame.Form(
            DeskPages.SignInPath,
            DeskFrame.Field("word", words["word"], value: visit.Form["word"] is { Length: > 0 } typed ? typed : null),
            DeskFrame.Field("passphrase", words["passphrase"], "password"),
            DeskFrame.Field("code", words["code"], "digits", words["code-hint"]),
            DeskFrame.Hidden("lang", words.Language.Tag),
            DeskFrame.Button(words["sign-in"], style: "main"));
        var content = new Element("div", new Element("h1", words["signin-title"]), DeskFrame.Trouble(trouble), DeskFrame.Good(note), form) { ["class"] = "card narrow" };
        return visit.Show(words["signin-title"], content, status);
    }
}
