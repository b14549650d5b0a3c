using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>The small marks of a case. None says anything by colour alone.</summary>
internal static class CaseBadges
{
    internal const int WarningDays = 14;

    /// <summary>The harm where it was shared; else the reference, so that no two cases of a list are called the same.</summary>
    internal static string Title(DeskVisit visit, string reference, DeskHead? head) =>
        head?.Harm is { } leaf && IsKey(leaf) ? visit.Text("harms/" + leaf) : visit.Words.With("harm-none", ("ref", reference));

    internal static Element? Urgency(DeskVisit visit, string? level)
    {
        if (level is not ("U0" or "U1" or "U2" or "U3"))
            return null;
        var words = visit.Words;
        return new("span", Hidden(words["urgency-label"]), words["urgency." + level]) { ["class"] = "badge " + level.ToLowerInvariant() };
    }

    internal static Element State(DeskVisit visit, HandoffState state) =>
        new("span", Hidden(visit.Words["state-label"]), visit.Words["state." + state.ToName()]) { ["class"] = state is HandoffState.Delivered ? "badge new" : "badge" };

    internal static bool EndsSoon(DeskVisit visit, DateOnly expires) => expires.DayNumber - visit.Today.DayNumber <= WarningDays;

    internal static Element Expiry(DeskVisit visit, DateOnly expires)
    {
        var soon = EndsSoon(visit, expires);
        return new("span", visit.Words.With(soon ? "list-expires-soon" : "list-expires", ("day", visit.Day(expires)))) { ["class"] = soon ? "soon" : null };
    }

    private static Element Hidden(string label) => new("span", label, ": ") { ["class"] = "vh" };

    private static bool IsKey(string leaf) => leaf.All(c => char.IsAsciiLetterLower(c) || c is '.' or '-');
}
