using System.Text;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>What the chat page says where it cannot take an answer: told kindly, nothing of the person's lost.</summary>
internal sealed class ChatTrouble(ChatPageParts parts)
{
    private const string RetryAfterSeconds = "5";

    private readonly SpokenLanguages languages = new(parts.Languages);

    public Task Refuse(HttpContext context, int status, string nonce, IReadOnlyList<string> wanted)
    {
        var words = parts.Words(languages.Best(wanted));
        return Tell(context, status, words, () => TroubleView.Refused(words, parts.Exit, status, nonce));
    }

    /// <summary>An address where nothing is, opened by a person: told as kindly as everything else. Programs get the bare status.</summary>
    public Task Missing(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status404NotFound && HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
            ? Refuse(context, StatusCodes.Status404NotFound, PageHeaders.Apply(context.Response), SpokenLanguages.Wanted(context.Request, null))
            : Task.CompletedTask;

    public Task OfferAgain(HttpContext context, int status, string nonce, IReadOnlyList<string> wanted, ChatForm form)
    {
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        var words = parts.Words(languages.Best(wanted));
        return Tell(context, status, words, () => TroubleView.Again(words, parts.Exit, status, nonce, form));
    }

    /// <summary>Ended, erased, never been: one sentence for all.</summary>
    public static OutMessage Closed(PageWords words) => new() { Text = words["closed"], Step = "web/closed", Topic = "code", Kind = "code" };

    public static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true);

    private static Task Tell(HttpContext context, int status, PageWords words, Func<Element> page)
    {
        var script = WantsJson(context.Request);
        var body = script ? ChatUpdate.Trouble(words[TroubleView.Key(status)]) : Encoding.UTF8.GetBytes(HtmlWriter.Document(page()));
        return PageAnswer.Send(context.Response, status, script ? PageAnswer.Json : PageAnswer.Html, body, context.RequestAborted);
    }
}
