namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Every kind of sender: a new one is listed here, and the whole contract runs over it.</summary>
internal static class Rigs
{
    private static readonly Dictionary<string, Func<SenderRig>> All = new(StringComparer.Ordinal)
    {
        ["request-tracker"] = () => new RequestTrackerRig(),
        ["mail"] = () => new MailRig(),
        ["zammad"] = () => new ZammadRig(),
        ["webhook"] = () => new WebhookRig(),
        ["file-drop"] = () => new FileDropRig(),
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static SenderRig Open(string kind) => All[kind]();
}
