using System.Globalization;

namespace RemedyBot.Channels.Apps;

/// <summary>What a button carries: the turn that asked, and the value. An old button must not answer a new question, least of all a consent.</summary>
public static class Tap
{
    /// <summary>Bytes that stand before the value at most.</summary>
    public const int Room = 8;

    private const char Between = '.';

    public static string Write(int turn, string value) => string.Create(CultureInfo.InvariantCulture, $"{turn}{Between}{value}");

    /// <summary>Null: no button of ours.</summary>
    public static (int Turn, string Value)? Read(string? data)
    {
        var at = data?.IndexOf(Between, StringComparison.Ordinal) ?? -1;
        return at > 0 && int.TryParse(data.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? (turn, data![(at + 1)..]) : null;
    }
}
