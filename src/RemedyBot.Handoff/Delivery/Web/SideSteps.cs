namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>
/// What is done once the words are there: closing doubles, reading back. Nothing of it may say that they are not, or the person hears that the
/// case did not arrive; what fails is named to the operator.
/// </summary>
internal sealed class SideSteps(CancellationToken cancellation) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _limit = Limited(cancellation);
    private readonly List<string> _lost = [];

    internal IReadOnlyList<string> Lost => _lost;

    internal async Task TryAsync(string name, Func<CancellationToken, Task> step)
    {
        try
        {
            await step(_limit.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            _lost.Add(name);
        }
    }

    public void Dispose() => _limit.Dispose();

    private static CancellationTokenSource Limited(CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        return limit;
    }
}
