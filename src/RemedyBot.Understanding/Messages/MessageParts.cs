namespace RemedyBot.Understanding.Messages;

/// <summary>Where a message is cut to be read in parts: before and after a third, the half and two thirds of it.</summary>
internal static class MessageParts
{
    private const int FewestWords = 6;
    private const int ShortestPart = 3;

    /// <summary>None of a message that is too short, or so long that it is read in pieces anyway.</summary>
    public static IEnumerable<Range> Of(int words)
    {
        if (words is < FewestWords or > Scorer.LongestPiece)
            yield break;
        foreach (var cut in new[] { words / 3, words / 2, ((2 * words) + 2) / 3 }.Distinct())
        {
            if (cut >= ShortestPart)
                yield return ..cut;
            if (words - cut >= ShortestPart)
                yield return cut..;
        }
    }
}
