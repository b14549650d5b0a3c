namespace RemedyBot.Storage.Sealing;

/// <summary>What a key may be used for. No key serves two of them.</summary>
internal static class Purpose
{
    public const string State = "state";
    public const string Turn = "turn";
    public const string TurnId = "turn-id";
    public const string Seen = "seen";
    public const string CodeCheck = "code-check";
    public const string Code = "code";
    public const string Token = "token";
    public const string TokenSign = "token-sign";
    public const string Outbox = "outbox";
    public const string Thread = "thread";
    public const string PushId = "push-id";
    public const string ChannelId = "channel-id";
    public const string ChannelKey = "channel-key";
    public const string EndedId = "ended-id";
    public const string Ended = "ended";
    public const string Desk = "desk";
    public const string DeskWorker = "desk-worker";
    public const string DeskSession = "desk-session";
}
