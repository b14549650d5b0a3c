using System.Text.Json;
using System.Text.Json.Serialization;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Connector;

namespace RemedyBot.Channels.Apps;

/// <summary>The replies of one turn on their way to a channel, with all that sending them needs: what waits in the outbox until they have arrived.</summary>
/// <param name="Insecure">The person's Activity came without a token, from this machine.</param>
/// <param name="Turn">The turn that asks what these ask: a tap brings its number back.</param>
public sealed record Parcel(string ServiceUrl, string ChannelId, string Conversation, int Turn, bool Insecure, IReadOnlyList<Activity> Activities)
{
    private static readonly byte[] Mark = "{\"push\":1}\n"u8.ToArray();

    /// <summary>Its place among those of its conversation: what was made later goes later, after a restart and after an end that let turns begin at 1 again too.</summary>
    public long Order { get; init; }

    /// <summary>How many of its messages went before.</summary>
    public int Gone { get; init; }

    /// <summary>It did not reach the person, and waits until they write.</summary>
    public bool Held { get; init; }

    /// <summary>The conversation was erased: ids of messages that are to be taken back before anything is sent, maybe none. Null: it was not.</summary>
    public IReadOnlyList<string>? TakesBack { get; init; }

    /// <summary>The message that the one reply changes, where the person ticked something; else null.</summary>
    public string? Edits { get; init; }

    /// <summary>It says that there is something to read, to somebody who did not write.</summary>
    public bool Rings { get; init; }

    /// <summary>Where one conversation's parcels line up.</summary>
    [JsonIgnore]
    public string Lane => LaneOf(ChannelId, Conversation);

    public static string LaneOf(string channelId, string conversation) => channelId + "\0" + conversation;

    /// <summary>Addressed back to where the person's Activity came from. A native app needs no more than the conversation.</summary>
    public static Parcel Of(Activity inbound, int turn, bool insecure, IReadOnlyList<Activity> replies) => AppPlaces.IsNative(inbound.ChannelId!)
        ? new("", inbound.ChannelId!, inbound.Conversation!.Id!, turn, false, [.. replies.Select(r => r with { ChannelData = null })]) { Order = ParcelOrder.Next(), Edits = replies.Count == 1 ? inbound.ReplyToId : null }
        : new(inbound.ServiceUrl!, inbound.ChannelId!, inbound.Conversation!.Id!, turn, insecure, [.. replies.Select(r => Replies.Addressed(r, inbound))]) { Order = ParcelOrder.Next(), Edits = replies is [var only] && Layout.IsTicked(only) ? inbound.ReplyToId : null };

    public byte[] Write() => [.. Mark, .. JsonSerializer.SerializeToUtf8Bytes(this, ParcelJson.Default.Parcel)];

    /// <summary>Null: this is none of ours.</summary>
    public static Parcel? Read(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith(Mark))
            return null;
        try
        {
            return JsonSerializer.Deserialize(payload[Mark.Length..].TrimEnd((byte)' '), ParcelJson.Default.Parcel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => nameof(Parcel);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Parcel))]
internal sealed partial class ParcelJson : JsonSerializerContext;
