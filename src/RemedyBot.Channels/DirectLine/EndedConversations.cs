namespace RemedyBot.Channels.DirectLine;

/// <summary>
/// The last turn of conversations that were ended, for ten minutes and in memory only: a client that lost the connection reads here what was said last.
/// An erased one is never among them.
/// </summary>
public sealed class EndedConversations(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int Most = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (IReadOnlyList<Transcript.Numbered> Said, ITimer End)> _ended = new(StringComparer.Ordinal);

    internal void Keep(string conversation, IReadOnlyList<Transcript.Numbered> said)
    {
        lock (_lock)
        {
            Remove(conversation);
            if (_ended.Count >= Most)
                Remove(_ended.Keys.First());
            _ended[conversation] = (said, time.CreateTimer(_ => Forget(conversation), null, Life, Timeout.InfiniteTimeSpan));
        }
    }

    internal IReadOnlyList<Transcript.Numbered>? Find(string conversation)
    {
        lock (_lock)
            return _ended.TryGetValue(conversation, out var kept) ? kept.Said : null;
    }

    public void Forget(string conversation)
    {
        lock (_lock)
            Remove(conversation);
    }

    private void Remove(string conversation)
    {
        if (_ended.Remove(conversation, out var kept))
            kept.End.Dispose();
    }
}
