using System.Globalization;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>Whether a card is offered.</summary>
/// <param name="Why">What keeps it from being offered, for the operator; null where nothing does.</param>
public sealed record CardStanding(WrittenCard Written, string? Why)
{
    private const int WarnedDays = 30;

    /// <summary>When the OpenPGP key ends to which its cases are sealed; null where it does not.</summary>
    public DateTimeOffset? KeyEnds { get; init; }

    /// <summary>Its system is told of the desk's cases and gets none of its own, so people are not asked about it.</summary>
    public bool Bell { get; init; }

    public bool Offered => Why is null && !Bell;

    /// <summary>What an operator had better see to before it keeps the card from being offered.</summary>
    public string? Warning { get; private init; }

    /// <summary>The same at this moment: a key that was good may have ended since.</summary>
    internal CardStanding At(DateTimeOffset now) => KeyEnds switch
    {
        { } end when Why is null && end <= now => this with { Why = "its OpenPGP key has ended or was revoked; ask for the new one, and have the card signed again" },
        { } end when Why is null && end <= now.AddDays(WarnedDays) => this with
        {
            Warning = $"its OpenPGP key ends on {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; from then on it is not offered",
        },
        _ => this,
    };
}
