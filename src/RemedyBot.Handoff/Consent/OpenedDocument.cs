namespace RemedyBot.Handoff.Consent;

/// <summary>What a recipient finds in a sealed case.</summary>
/// <param name="Json">The case summary as it was projected for them.</param>
/// <param name="ReceiptJws">Null where whoever sealed it recorded no consent.</param>
public sealed record OpenedDocument(string Json, string? ReceiptJws)
{
    public override string ToString() => nameof(OpenedDocument);
}
