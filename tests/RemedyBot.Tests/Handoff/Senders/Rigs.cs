namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Every kind of sender: a new one is listed here, and the whole contract runs over it.</summary>
internal static class Rigs
{
    private static readonly Dictionary<string, Func<SenderRig>> All = new(StringComparer.Ordinal)
    {
        ["request-tracker"] = () => new RequestTrackerRig(),
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static SenderRig Open(string kind) => All[kind]();
}
