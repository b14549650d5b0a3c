using System.Text;

namespace RemedyBot.Handoff.Consent;

/// <summary>Something this server signed for people to keep, read from its compact JWS.</summary>
/// <param name="Kind"><see cref="Receipts.Kind"/> or <see cref="ProofSlip.Kind"/>, without the program's name: <c>receipt</c>, <c>slip</c>.</param>
/// <param name="Json">What it says, as it was signed.</param>
/// <param name="Receipt">Null where it is a slip.</param>
public sealed record SignedPaper(string Kind, string Ref, DateOnly Day, string Json, Receipt? Receipt)
{
    /// <summary>Null where none of these keys signed it, or it was changed since, or it is neither.</summary>
    public static SignedPaper? Read(string compact, SignKeySet keys)
    {
        if (Receipts.Verify(compact, keys) is { } receipt)
            return new("receipt", receipt.Ref, receipt.Day, Payload(compact, keys, Receipts.Kind), receipt);
        return ProofSlip.Verify(compact, keys) is { } slip ? new("slip", slip.Ref, slip.Day, Payload(compact, keys, ProofSlip.Kind), null) : null;
    }

    private static string Payload(string compact, SignKeySet keys, string kind) => Encoding.UTF8.GetString(keys.Verify(compact, kind)!);
}
