namespace RemedyBot.Storage.Vault;

/// <summary>The activities of one turn, as committed.</summary>
public sealed record StoredTurn(int Seq, ReadOnlyMemory<byte> Body)
{
    public override string ToString() => nameof(StoredTurn);
}
