namespace RemedyBot.Storage.Vault;

public enum InboundKind
{
    /// <summary>Not seen among the last 64 messages.</summary>
    Fresh,

    /// <summary>The same id and body: <see cref="InboundCheck.Seq"/> names the turn whose stored answer is due again.</summary>
    Same,

    /// <summary>The same id with another body: nothing may be applied.</summary>
    Different,
}

/// <param name="Seq">The turn that handled the id the first time; 0 when fresh.</param>
public readonly record struct InboundCheck(InboundKind Kind, int Seq);
