using RemedyBot.Channels.Activities;
using RemedyBot.Handoff.Delivery.Zammad;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Composition;

/// <summary>
/// Where Zammad calls when something was written in a ticket: `POST /hooks/zammad/ID`. A signed call only makes us ask Zammad sooner; its
/// content is never believed, so a call that comes again does no harm.
/// </summary>
public static class ZammadHook
{
    /// <summary>Zammad puts the whole article into its call: up to 1,500,000 letters, of three bytes in some scripts, and what stands around them.</summary>
    private const int LargestCall = 6 * 1024 * 1024;

    public static void MapZammadHook(this WebApplication app, IReadOnlyList<ZammadSender> senders, ThreadPoller poller, TimeProvider time) =>
        app.MapPost("/hooks/zammad/{id}", async context =>
        {
            // One answer for whoever is not known and whoever signed wrongly: it says nothing of who is connected here.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            if (senders.FirstOrDefault(s => s.RecipientId == (string?)context.GetRouteValue("id")) is not { IsCalledBack: true } sender)
                return;
            var (body, status) = await BodyReader.ReadAsync(context, time, LargestCall);
            if (body is null)
                context.Response.StatusCode = status;
            else if (sender.TicketOf(body, context.Request.Headers[ZammadCall.SignatureHeader].ToString()) is { } ticket)
            {
                poller.AskSoon(sender.RecipientId, ticket);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        });
}
