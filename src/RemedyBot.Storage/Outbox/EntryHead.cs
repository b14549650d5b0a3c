using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Storage.Outbox;

/// <summary>The line before an entry's payload: what the outbox itself has to remember.</summary>
/// <param name="Due">Unix milliseconds.</param>
internal sealed record EntryHead(
    [property: JsonPropertyName("due")] long Due,
    [property: JsonPropertyName("attempts")] int Attempts,
    [property: JsonPropertyName("leased")] bool Leased = false,
    [property: JsonPropertyName("dead")] string? Dead = null,
    [property: JsonPropertyName("push")] bool Push = false,
    [property: JsonPropertyName("last")] string? Last = null,
    [property: JsonPropertyName("maybe")] bool MayHaveArrived = false)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static EntryHead Of(DateTimeOffset due, int attempts) => new(due.ToUnixTimeMilliseconds(), attempts);

    /// <summary>With what is remembered of earlier attempts.</summary>
    public static EntryHead After(OutboxEntry entry, DateTimeOffset due, int attempts) =>
        Of(due, attempts) with { Last = entry.Last, MayHaveArrived = entry.MayHaveArrived };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Short);

    public static EntryHead Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<EntryHead>(json, Short) ?? throw new InvalidOperationException("An outbox entry has no head.");
}
