namespace RemedyBot.Storage.Codes;

public enum CodeStatus
{
    /// <summary>The right code.</summary>
    Opened,

    /// <summary>Wrong, mistyped, erased or expired: nobody can tell which.</summary>
    Failed,

    /// <summary>Many are coming back just now.</summary>
    Busy,
}

/// <param name="Ticket">With <see cref="CodeStatus.Opened"/> only; dispose it.</param>
public sealed record CodeOpening(CodeStatus Status, ReturnTicket? Ticket);
