namespace RemedyBot.Storage.Sqlite;

/// <summary>One piece of work for the writer: within a shared transaction, or alone outside of any.</summary>
internal sealed class WriteJob(Func<RowSession, bool> work, bool alone)
{
    // Continuations must not run on the writer's own thread.
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private bool _result;

    public bool Alone => alone;

    public Task<bool> Done => _done.Task;

    /// <summary>True: keep what was written. It may be run again where that was taken back.</summary>
    public bool Run(RowSession session)
    {
        _failure = null;
        try
        {
            return _result = work(session);
        }
        catch (Exception failure)
        {
            _failure = failure;
            return false;
        }
    }

    public void Report()
    {
        if (_failure is null)
            _done.TrySetResult(_result);
        else
            _done.TrySetException(_failure);
    }

    public void Fail(Exception failure) => _done.TrySetException(_failure ?? failure);
}
