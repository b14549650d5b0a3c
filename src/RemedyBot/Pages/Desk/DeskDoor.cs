using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>Stands before every page of the desk: headers, foreign posts, forms, who is signed in, and our own faults.</summary>
internal sealed class DeskDoor(DeskParts parts, ILogger log)
{
    private readonly SpokenLanguages _languages = new(parts.Languages);

    /// <summary>For pages that nobody needs to be signed in for.</summary>
    internal RequestDelegate Open(Func<DeskVisit, Task> handle) => context => EnterAsync(context, handle, needsWorker: false);

    internal RequestDelegate Signed(Func<DeskVisit, Task> handle) => context => EnterAsync(context, handle, needsWorker: true);

    /// <summary>The same with the one script of the desk, which looks for new words.</summary>
    internal RequestDelegate Live(Func<DeskVisit, Task> handle) => context => EnterAsync(context, handle, needsWorker: true, script: true);

    private async Task EnterAsync(HttpContext context, Func<DeskVisit, Task> handle, bool needsWorker, bool script = false)
    {
        var nonce = PageHeaders.Apply(context.Response);
        // Other pages have no script, so none may run there.
        context.Response.Headers.ContentSecurityPolicy =
            (script ? $"script-src 'nonce-{nonce}'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; " : "")
            + $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XFrameOptions = "DENY";
        var visit = new DeskVisit(context, parts, nonce, _languages) { Script = script };
        try
        {
            if (HttpMethods.IsPost(context.Request.Method) && await RefusedAsync(visit) is { } status)
                await visit.Refuse(status);
            else if (needsWorker)
                await EnterSignedAsync(visit, handle);
            else
                await handle(visit);
        }
        catch (Exception broken) when (IsOurs(broken, context))
        {
            await visit.Refuse(StatusCodes.Status500InternalServerError);
        }
    }

    private async Task EnterSignedAsync(DeskVisit visit, Func<DeskVisit, Task> handle)
    {
        var id = DeskCookie.Read(visit.Context.Request);
        // What a page asks by itself is no sign that somebody sits there.
        using var session = parts.Desk.Sessions.Use(id, touch: !TalkPage.IsAsked(visit));
        if (session is null)
        {
            await visit.Go(parts.Desk.File.Read() is not null ? DeskPages.SignInPath : DeskPages.SetupPath);
            return;
        }

        visit.Session = session;
        if (_languages.Named(visit.Context.Request.Query["lang"]) is { } picked)
            parts.Desk.Sessions.Speak(id, picked.Tag);
        await handle(visit);
    }

    /// <summary>The status to refuse a post with, before any of it is believed; else null, and the form is read.</summary>
    private async Task<int?> RefusedAsync(DeskVisit visit)
    {
        if (!SameOrigin.Sent(visit.Context.Request, parts.PublicUrl))
            return StatusCodes.Status403Forbidden;
        var (form, status) = await DeskForm.Read(visit.Context, visit.Context.RequestAborted);
        visit.Form = form ?? visit.Form;
        return form is null ? status : null;
    }

    /// <summary>A fault of ours: its kind is logged, never its text, which may hold a person's words.</summary>
    private bool IsOurs(Exception broken, HttpContext context)
    {
        if (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
            return false;
        log.LogError("The desk could not answer ({Kind}).", broken.GetType().Name);
        return true;
    }
}
