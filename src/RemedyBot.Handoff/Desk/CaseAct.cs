using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Desk;

/// <summary>What a worker does with a case, and what their page knew of it.</summary>
/// <param name="State">`answered` needs words; every other state may have some.</param>
public sealed record CaseAct(string Ref, HandoffState State, string? Text)
{
    /// <summary>Of the case as the page showed it: where it changed since, nothing is done. Null: however it is now.</summary>
    public string? Version { get; init; }

    /// <summary>The form's own id, in a talk, which goes on while a worker writes: the same form with the same words again changes nothing.</summary>
    public string? Form { get; init; }

    public override string ToString() => nameof(CaseAct);
}
