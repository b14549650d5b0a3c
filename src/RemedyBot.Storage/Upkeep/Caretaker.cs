namespace RemedyBot.Storage.Upkeep;

/// <summary>What the vault does by itself: sweep, checkpoint, turn keys, back up.</summary>
public sealed class Caretaker
{
    /// <summary>Runs until cancelled: a checkpoint each minute, the rest each hour. Once around before it returns the first time.</summary>
    public Task RunAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Deletes what is past its day, old keys and old backups, and turns the delivery key when a new day began. Returns the rows deleted.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Writes a copy without log and slack. The file must not exist.</summary>
    public Task BackUpAsync(string file, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<Readiness> ReadinessAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Whether a new conversation may begin, as of the last minute.</summary>
    public bool RoomForNew => throw new InvalidOperationException();
}
