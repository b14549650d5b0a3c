using System.Text.Json.Nodes;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>One ticket on the way that a case took through merges.</summary>
/// <param name="Articles">What stands there now, oldest first, without the one that only says that it was merged.</param>
/// <param name="Since">The number of the article after which something was said there to this person: what was said before it was said to somebody else.</param>
internal sealed record ZammadStop(JsonNode Ticket, IReadOnlyList<JsonObject> Articles, long Since)
{
    /// <summary>What happened in it; null where it was not asked for yet.</summary>
    public IReadOnlyList<JsonObject>? History { get; init; }

    public override string ToString() => nameof(ZammadStop);
}
