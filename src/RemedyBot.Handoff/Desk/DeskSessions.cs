using System.Buffers.Text;
using System.Security.Cryptography;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>
/// Who is signed in. Memory holds the SHA-256 of each session's id and the key sealed under the id, so that between two requests the
/// server cannot open anything; a restart ends all of them.
/// </summary>
public sealed class DeskSessions(DeskFile file, TimeProvider time, IRandomness random)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const int IdBytes = 32;
    private const int Most = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _open = new(StringComparer.Ordinal);

    /// <returns>The id: 32 random bytes, base64url. It is nowhere but in the worker's cookie.</returns>
    internal string Open(OpeningKey key, string worker)
    {
        var id = new byte[IdBytes];
        random.Fill(id);
        var now = time.GetUtcNow();
        var secret = HandoffJson.Write(new Secret(key.ToJwk(), worker));
        var entry = new Entry(SessionSeal.Seal(secret, id, random), SignInWord.RosterKey(worker), now) { Used = now };
        CryptographicOperations.ZeroMemory(secret);
        lock (_lock)
        {
            DropOver(now);
            if (_open.Count >= Most)
                _open.Remove(_open.MinBy(pair => pair.Value.Used).Key);
            _open[HashOf(id)] = entry;
        }

        return Base64Url.EncodeToString(id);
    }

    /// <summary>Null where the session ended, ran out, was never there, or its worker was removed.</summary>
    /// <param name="touch">False for what a page asks by itself: nobody need be sitting there.</param>
    public DeskSession? Use(string? id, bool touch = true)
    {
        if (Decode(id) is not { } bytes || Find(HashOf(bytes), touch) is not { } entry)
            return null;
        if (file.Read() is not { } card || !card.Workers.ContainsKey(entry.RosterKey))
        {
            End(id);
            return null;
        }

        return SessionSeal.Open(entry.Sealed, bytes) is { } json
            && HandoffJson.Read<Secret>(json) is { } secret
            && OpeningKey.Read(secret.Key) is { } key
                ? new DeskSession(key, secret.Worker, entry.Language)
                : null;
    }

    /// <summary>Remembers the language that was picked, for as long as the session lives.</summary>
    public void Speak(string? id, string language)
    {
        if (Decode(id) is not { } bytes)
            return;
        lock (_lock)
        {
            if (_open.TryGetValue(HashOf(bytes), out var entry))
                entry.Language = language;
        }
    }

    public void End(string? id)
    {
        if (Decode(id) is not { } bytes)
            return;
        lock (_lock)
            _open.Remove(HashOf(bytes));
    }

    /// <summary>The worker is there for talks from now on, or no longer.</summary>
    public void Attend(string? id, bool here)
    {
        if (Decode(id) is not { } bytes)
            return;
        lock (_lock)
        {
            if (_open.TryGetValue(HashOf(bytes), out var entry))
                entry.Here = here;
        }
    }

    /// <summary>Whether this session's worker said to be there for talks.</summary>
    public bool Attends(string? id)
    {
        if (Decode(id) is not { } bytes)
            return false;
        lock (_lock)
            return _open.TryGetValue(HashOf(bytes), out var entry) && entry.Here;
    }

    /// <summary>How many workers are there for talks.</summary>
    internal int Here => Alive(entry => entry.Here);

    /// <param name="worker">The worker's place in the roster.</param>
    internal bool IsSignedIn(string worker) => Alive(entry => entry.RosterKey == worker) > 0;

    private int Alive(Func<Entry, bool> asked)
    {
        var workers = file.Read()?.Workers;
        lock (_lock)
        {
            DropOver(time.GetUtcNow());
            return _open.Values.Where(entry => asked(entry) && workers?.ContainsKey(entry.RosterKey) == true).DistinctBy(entry => entry.RosterKey).Count();
        }
    }

    private Entry? Find(string hash, bool touch)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            DropOver(now);
            if (!_open.TryGetValue(hash, out var entry))
                return null;
            if (touch)
                entry.Used = now;
            return entry;
        }
    }

    private void DropOver(DateTimeOffset now)
    {
        foreach (var (hash, entry) in _open.ToList())
        {
            if (now - entry.Used >= Idle || now - entry.Begun >= Longest)
                _open.Remove(hash);
        }
    }

    private static byte[]? Decode(string? id)
    {
        if (id is not { Length: > 0 and <= 64 } || !Base64Url.IsValid(id))
            return null;
        var bytes = Base64Url.DecodeFromChars(id);
        return bytes.Length == IdBytes ? bytes : null;
    }

    private static string HashOf(byte[] id) => Convert.ToHexStringLower(SHA256.HashData(id));

    private sealed record Secret(string Key, string Worker)
    {
        public override string ToString() => nameof(Secret);
    }

    private sealed record Entry(byte[] Sealed, string RosterKey, DateTimeOffset Begun)
    {
        internal DateTimeOffset Used { get; set; }

        internal string? Language { get; set; }

        internal bool Here { get; set; }
    }
}
