namespace RemedyBot.Storage.Vault;

/// <summary>Whether a further conversation may begin: counted now and then, reckoned on in between.</summary>
internal sealed class StartLimit(int atMost)
{
    private long _unkept;

    public long Unkept => Interlocked.Read(ref _unkept);

    public bool RoomForNew => Unkept < atMost;

    public void Count() => Interlocked.Increment(ref _unkept);

    public void Set(long counted) => Interlocked.Exchange(ref _unkept, counted);
}
