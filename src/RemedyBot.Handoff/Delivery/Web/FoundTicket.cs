namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>A ticket that carries a handoff's reference.</summary>
/// <param name="Id">Where staff merged it into another, that one's.</param>
/// <param name="State">As their system calls it.</param>
/// <param name="MayClose">Made by our own access and merged into nothing: if it is a double, it is ours to close.</param>
internal sealed record FoundTicket(long Id, string? State, bool MayClose);
