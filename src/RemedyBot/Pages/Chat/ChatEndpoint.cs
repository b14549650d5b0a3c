using System.Text;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>Takes a visit or a posted form, asks the conversation, and shows its reply.</summary>
public sealed class ChatEndpoint(ChatPageParts parts, ILogger log)
{
    private readonly SpokenLanguages languages = new(parts.Languages);
    private readonly ChatTrouble trouble = new(parts);

    /// <summary>Stores nothing: the handler mints a token for a conversation that begins with the first answer.</summary>
    public async Task Visit(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var chosen = languages.Nearest(context.Request.Query["lang"].ToString())?.Tag;
        var wanted = SpokenLanguages.Wanted(context.Request, chosen);
        var nonce = PageHeaders.Apply(context.Response);
        try
        {
            var reply = await parts.Turn(new(null, parts.NewId(), null, wanted) { Language = chosen }, cancellation);
            var screen = Screen(reply, wanted) with { First = true, Chosen = chosen is not null };
            await PageAnswer.SendPublic(context.Response, HtmlWriter.Document(ChatView.Page(screen, nonce)), cancellation);
        }
        catch (Exception broken) when (IsOurs(broken, context))
        {
            await trouble.Refuse(context, StatusCodes.Status500InternalServerError, nonce, wanted);
        }
    }

    public async Task Answer(HttpContext context)
    {
        var wanted = SpokenLanguages.Wanted(context.Request, null);
        var nonce = PageHeaders.Apply(context.Response);
        if (!SameOrigin.Sent(context.Request, parts.PublicUrl))
        {
            await trouble.Refuse(context, StatusCodes.Status403Forbidden, nonce, wanted);
            return;
        }

        var reading = await ChatFormReader.Read(context, context.RequestAborted);
        if (reading.Form is not { } form) await trouble.Refuse(context, reading.Status, nonce, wanted);
        else if (form.Save.Length > 0) await KeptFile.Send(context.Response, form, context.RequestAborted);
        else await Answer(context, form, nonce);
    }

    private async Task Answer(HttpContext context, ChatForm form, string nonce)
    {
        var cancellation = context.RequestAborted;
        var wanted = SpokenLanguages.Wanted(context.Request, languages.Named(form.Language)?.Tag);
        var input = ChatInput.Of(form);
        try
        {
            var chosen = form.Chosen ? languages.Named(form.Language)?.Tag : null;
            var reply = await parts.Turn(new(form.Token, form.Id, input.Text, wanted) { Language = chosen, Look = form.Look, Asked = form.Step, Question = form.Question, Beside = form.Look ? null : input.Kept, Bucket = parts.Bucket(context) }, cancellation);
            if (reply.Status is TurnStatus.Busy)
            {
                await trouble.OfferAgain(context, StatusCodes.Status503ServiceUnavailable, nonce, wanted, form);
                return;
            }

            // After an end, or where the token opens nothing, the next words are the first of a new conversation.
            if (reply.Ended || reply.Token.Length == 0) reply = reply with { Token = (await parts.Turn(new(null, parts.NewId(), null, wanted), cancellation)).Token };
            await Show(context, Screen(reply, wanted, form, input), nonce, form.Language);
        }
        catch (Exception broken) when (IsOurs(broken, context))
        {
            await trouble.OfferAgain(context, StatusCodes.Status500InternalServerError, nonce, wanted, form);
        }
    }

    private ChatScreen Screen(TurnReply reply, IReadOnlyList<string> wanted)
    {
        var words = parts.Words(languages.Nearest(reply.Language) ?? languages.Best(wanted));
        var closed = reply.Status is TurnStatus.Closed && reply.Messages.Count == 0;
        return new()
        {
            Reply = closed ? reply with { Messages = [ChatTrouble.Closed(words)] } : reply,
            Words = words,
            Languages = languages,
            Exit = parts.Exit,
            Id = parts.NewId(),
        };
    }

    private ChatScreen Screen(TurnReply reply, IReadOnlyList<string> wanted, ChatForm form, ChatInput input)
    {
        var screen = Screen(reply, wanted);
        var again = screen.Asked is { } asked && asked.Step == form.Step;
        return screen with
        {
            Again = again,
            Chosen = form.Chosen && !reply.Ended,
            Kept = reply.Status is TurnStatus.Closed || reply.Ended ? null : reply.Untaken ? form.Text : form.Look || reply.Status is TurnStatus.Repeated ? input.Kept : null,
            Ticked = again ? input.Ticked : [],
            Note = again && screen.TakesCode && CodeShape.IsPart(input.Text) ? screen.Words["code-length"] : null,
        };
    }

    private static async Task Show(HttpContext context, ChatScreen screen, string nonce, string shownIn)
    {
        var script = ChatTrouble.WantsJson(context.Request);
        var body = script ? ChatUpdate.Of(screen, shownIn) : Encoding.UTF8.GetBytes(HtmlWriter.Document(ChatView.Page(screen, nonce)));
        await PageAnswer.Send(context.Response, StatusCodes.Status200OK, script ? PageAnswer.Json : PageAnswer.Html, body, context.RequestAborted);
    }

    /// <summary>A fault of ours: told kindly, its kind logged, never its text, which may hold a person's words.</summary>
    private bool IsOurs(Exception broken, HttpContext context)
    {
        if (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted) return false;
        log.LogError("The chat page could not answer ({Kind}).", broken.GetType().Name);
        return true;
    }
}
