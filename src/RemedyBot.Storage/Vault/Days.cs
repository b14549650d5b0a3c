namespace RemedyBot.Storage.Vault;

/// <summary>UTC days as the database counts them, from 1970-01-01.</summary>
internal static class Days
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static int Number(DateOnly date) => date.DayNumber - Epoch;

    public static int Number(DateTimeOffset instant) => Number(DateOnly.FromDateTime(instant.UtcDateTime));

    public static DateOnly Date(int number) => DateOnly.FromDayNumber(number + Epoch);
}
