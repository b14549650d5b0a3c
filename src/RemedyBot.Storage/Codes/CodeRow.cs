namespace RemedyBot.Storage.Codes;

/// <summary>An opened code row: its derived key, salt and tag, and when the code dies by itself.</summary>
internal sealed record CodeRow(byte[] Key, byte[] Salt, byte[] Tag, DateTimeOffset? Until)
{
    public override string ToString() => nameof(CodeRow);
}
