using System.Text.Json;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>What a recipient reads: the projection as it was consented to, the receipt of that consent, and what the desk did since.</summary>
/// <param name="Projection">JSON text, byte for byte what the receipt's hash was taken of.</param>
/// <param name="ReceiptJws">Compact JWS.</param>
public sealed record CaseBundle(string Projection, string ReceiptJws, IReadOnlyList<CaseEvent> History)
{
    /// <summary>Hides the case: a bundle may end up in a message or a log by accident.</summary>
    public override string ToString() => "CaseBundle";

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = HandoffJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WritePropertyName("projection");
            // Raw, so that whoever checks the hash finds the very bytes that were hashed.
            json.WriteRawValue(Projection);
            json.WriteString("receipt", ReceiptJws);
            if (History.Count > 0)
            {
                json.WritePropertyName("history");
                JsonSerializer.Serialize(json, History, HandoffJson.Options);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a bundle and checks that label, projection and receipt name the same handoff and that the hash fits; else null.</summary>
    public static CaseBundle? Read(ReadOnlySpan<byte> json, SealLabel label)
    {
        if (Parse(json) is not { } bundle || Receipts.Peek(bundle.ReceiptJws) is not { } receipt)
            return null;
        var agrees = receipt.Ref == label.Ref
            && receipt.Recipient.Id == label.Rid
            && receipt.Sha256 == Receipts.HashOf(bundle.Projection)
            && IdOf(bundle.Projection) == label.Ref;
        return agrees ? bundle : null;
    }

    internal static string? IdOf(string projection)
    {
        using var document = JsonDocument.Parse(projection);
        return document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
    }

    internal static bool IsBundle(ReadOnlySpan<byte> json) => Parse(json) is not null;

    /// <summary>The id of a JSON object that is no bundle, empty where it has none; null where this is no JSON object.</summary>
    internal static string? PlainId(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            return root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CaseBundle? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("projection", out var projection) || projection.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("receipt", out var receipt) || receipt.ValueKind != JsonValueKind.String)
                return null;
            var history = root.TryGetProperty("history", out var events)
                ? events.Deserialize<IReadOnlyList<CaseEvent>>(HandoffJson.Options)
                : [];
            return new CaseBundle(projection.GetRawText(), receipt.GetString() ?? "", history ?? []);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
