namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Every kind of sender: a new one is listed here, and the whole contract runs over it.</summary>
internal static class Rigs
{
    private static readonly Dictionary<string, Func<ADesk, SenderRig>> All = new(StringComparer.Ordinal)
    {
        ["desk"] = desk => new DeskRig(desk),
        ["request-tracker"] = _ => new RequestTrackerRig(),
        ["request-tracker, sealed"] = _ => new RequestTrackerRig { SealedOnly = true },
        ["mail"] = _ => new MailRig(),
        ["zammad"] = _ => new ZammadRig(),
        ["zammad, sealed"] = _ => new ZammadRig { SealedOnly = true },
        ["webhook"] = _ => new WebhookRig(),
        ["file-drop"] = _ => new FileDropRig(),
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static SenderRig Open(string kind, ADesk desk) => All[kind](desk);
}
