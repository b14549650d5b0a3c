namespace RemedyBot.Storage.Slots;

/// <summary>What a slot holds, opened.</summary>
/// <param name="Tag">The first part's: it stands for the whole.</param>
internal sealed record SlotValue(long Id, byte[] Content, int Day, byte[] Tag, byte[] Salt, int Parts)
{
    public override string ToString() => nameof(SlotValue);
}
