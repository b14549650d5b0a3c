using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Desk;

/// <summary>A case as a worker sees it.</summary>
/// <param name="Head">Null where this worker's key does not open it; it can then be neither answered nor given a state.</param>
/// <param name="Bundle">Null at a desk whose case key is held elsewhere.</param>
/// <param name="Receipt">What the bundle's receipt says.</param>
/// <param name="ReceiptIsOurs">This server's sign key made the receipt.</param>
/// <param name="Jwe">The case as it was sealed, for opening elsewhere.</param>
public sealed record OpenCase(string Ref, DeskHead? Head, CaseBundle? Bundle, Receipt? Receipt, bool ReceiptIsOurs, string Jwe, DateOnly Expires)
{
    /// <summary>For <see cref="CaseAct.Version"/>.</summary>
    public string Version { get; init; } = "";

    /// <summary>What the person wrote since, in order.</summary>
    public IReadOnlyList<PersonAnswer> Answers { get; init; } = [];

    /// <summary>How many such answers this worker's key does not open.</summary>
    public int SealedAnswers { get; init; }

    public override string ToString() => nameof(OpenCase);
}
