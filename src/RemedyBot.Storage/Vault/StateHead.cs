using System.Buffers;
using System.Text.Json;

namespace RemedyBot.Storage.Vault;

/// <summary>What the vault itself keeps inside a sealed state, as one line of JSON before the caller's own.</summary>
internal sealed record StateHead
{
    public int Generation { get; init; }

    public int Seq { get; init; }

    /// <summary>The first turn that is still stored.</summary>
    public int First { get; init; } = 1;

    /// <summary>Minutes since 1970 of the last turn.</summary>
    public long Minute { get; init; }

    public string? Code { get; init; }

    /// <summary>Unix seconds at which the code dies by itself; null: as long as the case is kept.</summary>
    public long? CodeUntil { get; init; }

    /// <summary>The code row's salt, which tells our row from a later one under the same lookup.</summary>
    public byte[]? CodeSalt { get; init; }

    /// <summary>HMAC of a code that was shown and not yet typed back.</summary>
    public byte[]? CodeCheck { get; init; }

    /// <summary>Day number of the last return by code.</summary>
    public int? Returned { get; init; }

    public byte[] Seen { get; init; } = [];

    public byte[] With(ReadOnlySpan<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("gen", Generation);
            json.WriteNumber("seq", Seq);
            json.WriteNumber("first", First);
            json.WriteNumber("minute", Minute);
            if (Code is not null)
                json.WriteString("code", Code);
            if (CodeUntil is { } until)
                json.WriteNumber("until", until);
            if (CodeSalt is not null)
                json.WriteBase64String("salt", CodeSalt);
            if (CodeCheck is not null)
                json.WriteBase64String("check", CodeCheck);
            if (Returned is { } day)
                json.WriteNumber("returned", day);
            json.WriteBase64String("seen", Seen);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n', .. payload];
    }

    /// <summary>Reads what <see cref="With"/> wrote; it was authenticated, so anything else is our own mistake.</summary>
    public static (StateHead Head, byte[] Payload) Read(byte[] content)
    {
        var line = content.AsSpan().IndexOf((byte)'\n');
        using var json = JsonDocument.Parse(content.AsMemory(0, line));
        var root = json.RootElement;
        var head = new StateHead
        {
            Generation = root.GetProperty("gen").GetInt32(),
            Seq = root.GetProperty("seq").GetInt32(),
            First = root.GetProperty("first").GetInt32(),
            Minute = root.GetProperty("minute").GetInt64(),
            Code = root.TryGetProperty("code", out var code) ? code.GetString() : null,
            CodeUntil = root.TryGetProperty("until", out var until) ? until.GetInt64() : null,
            CodeSalt = root.TryGetProperty("salt", out var salt) ? salt.GetBytesFromBase64() : null,
            CodeCheck = root.TryGetProperty("check", out var check) ? check.GetBytesFromBase64() : null,
            Returned = root.TryGetProperty("returned", out var day) ? day.GetInt32() : null,
            Seen = root.GetProperty("seen").GetBytesFromBase64(),
        };
        return (head, content[(line + 1)..]);
    }
}
