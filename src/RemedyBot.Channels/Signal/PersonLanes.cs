namespace RemedyBot.Channels.Signal;

/// <summary>What one person wrote, one after the other; what many wrote, at once; not more than so many in all.</summary>
internal sealed class PersonLanes(int most) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _room = new(most, most);
    private readonly Dictionary<string, (Task Last, int Waiting)> _lanes = new(StringComparer.Ordinal);

    /// <summary>Returns when there is room for it, not when it is done.</summary>
    /// <param name="work">Never throws.</param>
    public async Task EnterAsync(string person, Func<Task> work, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation).ConfigureAwait(false);
        lock (_lock)
        {
            var (last, waiting) = _lanes.GetValueOrDefault(person, (Task.CompletedTask, 0));
            _lanes[person] = (Task.Run(() => RunAsync(last, person, work), CancellationToken.None), waiting + 1);
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task RunAsync(Task before, string person, Func<Task> work)
    {
        await before.ConfigureAwait(false);
        await work().ConfigureAwait(false);
        lock (_lock)
        {
            var (last, waiting) = _lanes[person];
            if (waiting > 1)
                _lanes[person] = (last, waiting - 1);
            else
                _lanes.Remove(person);
        }
        _room.Release();
    }
}
