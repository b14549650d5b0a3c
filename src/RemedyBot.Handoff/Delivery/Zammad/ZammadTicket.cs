using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>What a ticket is opened with.</summary>
internal static class ZammadTicket
{
    internal static JsonObject Of(TicketMessage message, string reference, ZammadSettings settings)
    {
        var facts = message.Facts;
        var ticket = new JsonObject
        {
            ["title"] = message.Subject,
            ["group"] = settings.Group,
            ["customer"] = settings.Customer,
            ["article"] = ZammadRest.Note(message),
        };
        // In the same step: adding them later would need more rights.
        if (string.Join(',', Tags(facts)) is { Length: > 0 } tags)
            ticket["tags"] = tags;
        if (facts.Urgency is { } urgency && settings.Priorities.TryGetValue(urgency, out var priority))
            ticket["priority"] = priority;
        foreach (var (what, name) in settings.Attributes)
        {
            if (Value(what, reference, facts) is { } value)
                ticket[name] = value;
        }

        return ticket;
    }

    private static IEnumerable<string> Tags(CaseFacts facts) =>
        facts.Harms.Concat(new[] { facts.Country is { } country ? "country:" + country : null, facts.Language is { } language ? "language:" + language : null }.OfType<string>());

    private static string? Value(string what, string reference, CaseFacts facts) => what switch
    {
        "ref" => reference,
        "urgency" => facts.Urgency,
        "language" => facts.Language,
        "country" => facts.Country,
        _ => null,
    };
}
