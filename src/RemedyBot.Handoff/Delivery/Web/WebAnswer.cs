using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>A system's answer. Its words are never shown or logged: they may quote the case.</summary>
internal sealed record WebAnswer(int Status, byte[] Body)
{
    internal bool Missing => Status == 404;

    /// <summary>The JSON of a 2xx; throws with a stable word for everything else.</summary>
    internal JsonNode Json()
    {
        Demand();
        try
        {
            return JsonNode.Parse(Body) ?? throw NotDelivered.Unclear(Reasons.Malformed);
        }
        catch (JsonException)
        {
            throw NotDelivered.Unclear(Reasons.Malformed);
        }
    }

    internal void Demand()
    {
        if (Status is >= 200 and < 300)
            return;
        throw Status switch
        {
            >= 500 => NotDelivered.Unclear(Reasons.ServerError),
            429 => NotDelivered.Later(Reasons.Busy),
            408 or 425 => NotDelivered.Unclear(Reasons.Slow),
            // An operator can mend these two within the days of the outbox.
            401 or 403 => NotDelivered.Later(Reasons.NotAuthorised),
            404 or 410 => NotDelivered.Later(Reasons.NotThere),
            413 => NotDelivered.Never(Reasons.TooBig),
            >= 400 => NotDelivered.Never(Reasons.Refused),
            _ => NotDelivered.Unclear(Reasons.Malformed),
        };
    }

    public override string ToString() => nameof(WebAnswer);
}
