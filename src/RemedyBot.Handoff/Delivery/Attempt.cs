namespace RemedyBot.Handoff.Delivery;

/// <summary>Runs one attempt and turns what ended it early into its outcome.</summary>
internal static class Attempt
{
    internal static async Task<SendOutcome> OfAsync(Func<Task<SendOutcome>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (NotDelivered e)
        {
            return e.Outcome;
        }
    }
}
