namespace RemedyBot.Storage.Codes;

/// <summary>Damm's check digit: catches every wrong digit and every swap of two neighbours.</summary>
public static class Damm
{
    private static readonly byte[][] Table =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    /// <param name="digits">Values 0 to 9.</param>
    public static byte CheckDigit(ReadOnlySpan<byte> digits)
    {
        byte interim = 0;
        foreach (var digit in digits)
            interim = Table[interim][digit];
        return interim;
    }

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public static bool Holds(ReadOnlySpan<byte> digits) => CheckDigit(digits) == 0;
}
