using System.Text.Json.Serialization;
using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Letters;

/// <summary>What a recipient tells the person by letter: a state, and perhaps words.</summary>
/// <param name="Reference">The recipient's own reference; the handoff's where they have none.</param>
/// <param name="Day">UTC.</param>
public sealed record Note(HandoffState State, string Reference, string? Text, DateOnly Day)
{
    /// <summary>Words longer than this do not fit a letter in every script.</summary>
    public const int LongestText = 8_000;

    /// <summary>Which of the person's answers this is about; null where it is about the case.</summary>
    public string? Part { get; init; }

    /// <summary>What became of the person's taking it back; null in other news, and in a confirmation of an older version.</summary>
    public TakenBack? Back { get; init; }

    /// <summary>Of what failed: nobody knows that it is not there.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>A file was with it, which is not taken.</summary>
    public bool FileLeftOut { get; init; }

    /// <summary>Whoever waits for an answer wants to know of it: words, an end, a loss. That somebody has seen a case is no answer yet.</summary>
    [JsonIgnore]
    public bool IsNews => Text is not null || State is HandoffState.Failed or HandoffState.Declined or HandoffState.Referred or HandoffState.Done;

    public override string ToString() => nameof(Note);
}
