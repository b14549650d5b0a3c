namespace RemedyBot.Channels.Apps;

/// <summary>Whose words are being answered: what else they wrote by then was typed before they could read the answer.</summary>
internal sealed class Answering
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);

    /// <returns>To be disposed once the answer is in the queue.</returns>
    public Turn Begin(string lane)
    {
        lock (_lock)
        {
            var before = _turns.GetValueOrDefault(lane);
            _turns[lane] = before + 1;
            return new(this, lane) { IsBehind = before > 0 };
        }
    }

    private void End(string lane)
    {
        lock (_lock)
            if (--_turns[lane] == 0)
                _turns.Remove(lane);
    }

    internal sealed class Turn(Answering turns, string lane) : IDisposable
    {
        /// <summary>Another message of the same conversation was being answered when this one came.</summary>
        public bool IsBehind { get; init; }

        /// <summary>Once.</summary>
        public void Dispose() => turns.End(lane);
    }
}
