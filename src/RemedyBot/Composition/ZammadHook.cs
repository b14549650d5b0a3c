using RemedyBot.Handoff.Delivery.Zammad;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Composition;

/// <summary>
/// Where Zammad calls when something was written in a ticket: `POST /hooks/zammad/ID`. A signed call only makes us ask Zammad sooner; its
/// content is never believed, so a call that comes again does no harm.
/// </summary>
public static class ZammadHook
{
    private const int LargestBody = 256 * 1024;

    public static void MapZammadHook(this WebApplication app, IReadOnlyList<ZammadSender> senders, ThreadPoller poller) =>
        app.MapPost("/hooks/zammad/{id}", async (string id, HttpRequest request, CancellationToken cancellation) =>
        {
            // One answer for whoever is not known and whoever signed wrongly: it says nothing of who is connected here.
            if (senders.FirstOrDefault(s => s.RecipientId == id) is not { IsCalledBack: true } sender)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (request.ContentLength > LargestBody)
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellation);
            if (sender.TicketOf(body.GetBuffer().AsSpan(0, (int)body.Length), request.Headers[ZammadCall.SignatureHeader].ToString()) is not { } ticket)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            poller.AskSoon(id, ticket);
            return Results.NoContent();
        });
}
