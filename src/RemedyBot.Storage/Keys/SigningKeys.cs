namespace RemedyBot.Storage.Keys;

/// <summary>Signs receipts, withdrawals and slips; opens nothing.</summary>
public sealed class SigningKeys
{
    public SigningKey Current => throw new InvalidOperationException();

    /// <summary>Old ones too; publish the public halves only.</summary>
    public IReadOnlyList<SigningKey> All => throw new InvalidOperationException();
}
