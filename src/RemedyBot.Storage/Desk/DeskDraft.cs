namespace RemedyBot.Storage.Desk;

/// <summary>A case for the built-in desk.</summary>
/// <param name="Ref">The handoff's reference; only its hash is stored.</param>
/// <param name="Head">JWE to the desk key: what the list shows.</param>
/// <param name="Body">JWE to the desk key: the case.</param>
/// <param name="LastDay">The receipt's expiry day.</param>
public sealed record DeskDraft(string Ref, string Head, string Body, DateOnly LastDay)
{
    /// <summary>Bytes stored beside the two JWEs, our seal around them too; for <see cref="Sealing.JwePadding"/>.</summary>
    public const int Overhead = 21 + Sealing.Record.Overhead;

    /// <summary>How many things may be written to one case; each has a row of its own.</summary>
    public const int MostAnswers = 20;

    /// <summary>The same for a talk, line by line.</summary>
    public const int MostLines = 500;

    /// <summary>What the row of an answer is found by.</summary>
    /// <param name="number">From 1.</param>
    public static string AnswerRef(string reference, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{reference}/{number}");

    public override string ToString() => nameof(DeskDraft);
}
