namespace RemedyBot.Handoff.Delivery;

/// <summary>A sender whose system also answers: <see cref="Letters.ThreadPoller"/> asks it now and then.</summary>
public interface ITalkingSender : ISender
{
    /// <summary>The recipient whose threads it reads.</summary>
    string RecipientId { get; }

    /// <summary>What was said to the person since the thread's cursor. Throws where the system cannot be asked now.</summary>
    Task<Fetched> FetchAsync(TicketThread thread, CancellationToken cancellation);
}
