using System.Text.Json.Serialization;
using RemedyBot.Handoff.Live;

namespace RemedyBot.Turns;

/// <summary>A talk with a person at the desk, as the person's own state knows it.</summary>
/// <param name="Asked">The order of the yes that it came from.</param>
/// <param name="Since">When it was asked for.</param>
/// <param name="Handoff">Reference, box and what was sent; null where nobody was there any more when the yes came.</param>
public sealed record Talk(int Asked, DateTimeOffset Since, TalkStage Stage, HandedOver? Handoff)
{
    /// <summary>It ended on the person's side without their wish: it held no more, or they left it and came back.</summary>
    public bool Closed { get; init; }

    [JsonIgnore]
    public bool IsOpen => Stage.IsOpen() && Handoff is not null;

    /// <summary>It ended without them, and they may still write.</summary>
    [JsonIgnore]
    public bool IsAwaited => Stage is TalkStage.Missed or TalkStage.Left && Handoff is { Awaited: true };

    /// <summary>What the dialogs walk for it.</summary>
    [JsonIgnore]
    public string Item => ItemOf(Asked);

    public static string ItemOf(int asked) => "t" + asked.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => nameof(Talk);
}
