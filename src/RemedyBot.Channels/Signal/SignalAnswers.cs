using System.Globalization;
using System.Text.Json;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>What signal-cli's answer to a call comes to.</summary>
internal static class SignalAnswers
{
    /// <summary>Never trusted by us: it may be a new phone, and it may be somebody else's.</summary>
    public const string Changed = "a person's safety number changed; until you have checked it with them and trusted it in signal-cli, nothing is taken from them or sent to them";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static SignalLine.Answered Read(string id, JsonElement root)
    {
        if (SignalReader.Part(root, "error") is { } error)
        {
            var inner = SignalReader.Part(error, "data") is { } data ? SignalReader.Part(data, "response") : null;
            var (sending, problem) = Failure(inner) ?? ByCode(SignalReader.Number(error, "code"));
            return new(id, sending, problem);
        }
        var result = SignalReader.Part(root, "result");
        if (Failure(result) is var (failed, why))
            return new(id, failed, why);
        var time = result is { } body ? SignalReader.Number(body, "timestamp") : null;
        return new(id, new(SendResult.Sent, Id: time?.ToString(CultureInfo.InvariantCulture)), null);
    }

    private static (Sending, string?)? Failure(JsonElement? result)
    {
        if (result is not { } body || SignalReader.Part(body, "results") is not { ValueKind: JsonValueKind.Array } each)
            return null;
        foreach (var one in each.EnumerateArray())
        {
            var wait = SignalReader.Number(one, "retryAfterSeconds") is > 0 and < 3600 and var seconds ? TimeSpan.FromSeconds(seconds) : Minute;
            switch (SignalReader.Word(one, "type"))
            {
                case "IDENTITY_FAILURE":
                    return (new(SendResult.Refused), Changed);
                case "UNREGISTERED_FAILURE":
                    return (new(SendResult.Refused), null);
                case "RATE_LIMIT_FAILURE":
                    return (new(SendResult.TryAgain, wait), SignalReader.Word(one, "token") is null ? null : "Signal asks for proof that a human is there (signal-cli submitRateLimitChallenge)");
                case "NETWORK_FAILURE" or "INVALID_PRE_KEY_FAILURE":
                    return (new(SendResult.TryAgain), null);
            }
        }
        return null;
    }

    private static (Sending, string?) ByCode(long? code) => code switch
    {
        -1 => (new(SendResult.Refused), null),
        -3 => (new(SendResult.Uncertain), "signal-cli cannot reach Signal"),
        -4 => (new(SendResult.Refused), Changed),
        -5 or -6 => (new(SendResult.TryAgain, Minute), "Signal limits how much we may send; signal-cli says what it asks for"),
        -32602 or -32601 or -32600 => (new(SendResult.Refused), "signal-cli does not know this account or call (channels:signal:account; is signal-cli up to date?)"),
        _ => (new(SendResult.Uncertain), "signal-cli has an error of its own"),
    };
}
