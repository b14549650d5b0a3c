namespace RemedyBot.Understanding.Signals;

/// <summary>The names that the contract and the word lists use.</summary>
public static class SignalNames
{
    /// <summary>All signals, in the contract's order.</summary>
    public static IReadOnlyList<Signal> All { get; } = [Signal.Danger, Signal.SelfHarm, Signal.Minor, Signal.Spyware, Signal.Custody];

    /// <summary>Those that may mean a life: heard where nothing else is listened for.</summary>
    public static IReadOnlyList<Signal> Grave { get; } = [Signal.Danger, Signal.SelfHarm];

    /// <summary>danger, selfharm, minor, spyware or custody.</summary>
    public static string Of(Signal signal) => signal switch
    {
        Signal.Danger => "danger",
        Signal.SelfHarm => "selfharm",
        Signal.Minor => "minor",
        Signal.Spyware => "spyware",
        Signal.Custody => "custody",
        _ => throw new ArgumentOutOfRangeException(nameof(signal)),
    };

    /// <summary>The signal of that name, or null.</summary>
    public static Signal? Parse(string name)
    {
        foreach (var signal in All)
        {
            if (string.Equals(Of(signal), name, StringComparison.Ordinal))
                return signal;
        }

        return null;
    }
}
