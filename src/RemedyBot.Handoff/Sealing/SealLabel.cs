namespace RemedyBot.Handoff.Sealing;

/// <summary>Who a sealed case is for, as the protected header says it and the content repeats it.</summary>
/// <param name="Rid">The recipient's id.</param>
/// <param name="Ref">The handoff's own reference.</param>
public sealed record SealLabel(string Rid, string Ref);
