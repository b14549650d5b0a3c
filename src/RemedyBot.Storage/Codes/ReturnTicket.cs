using System.Security.Cryptography;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Codes;

/// <summary>A code that opened: the old conversation, and what seals the code row anew.</summary>
public sealed class ReturnTicket : IDisposable
{
    internal ReturnTicket(Conversation old, string lookup, CodeRow row)
    {
        Old = old;
        Lookup = lookup;
        Row = row;
    }

    /// <summary>The conversation as it was left, its own day of the last return included.</summary>
    public Conversation Old { get; }

    public string Lookup { get; }

    /// <summary>The code had an end: it dies with this return.</summary>
    public bool Ends => Row.Until is not null;

    internal CodeRow Row { get; }

    public void Dispose()
    {
        Old.Dispose();
        CryptographicOperations.ZeroMemory(Row.Key);
    }
}
