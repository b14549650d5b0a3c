using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>The list: the most urgent first, then the longest waiting.</summary>
internal static class ListEndpoint
{
    private const string Open = "open";
    private const string All = "all";

    private static readonly HandoffState[] Closed = [HandoffState.Done, HandoffState.Referred, HandoffState.Declined];

    internal static async Task Show(DeskVisit visit)
    {
        var words = visit.Words;
        var wanted = visit.Context.Request.Query["state"].LastOrDefault() ?? Open;
        var all = await visit.Parts.Desk.Cases.ListAsync(visit.Session!, visit.Cancellation);
        var shown = all.Where(line => IsShown(line, wanted)).ToList();
        var content = new Element("div",
            new Element("h1", words["list-title"]),
            visit.Parts.Desk.File.Read() is { KeyIsElsewhere: true } ? new Element("p", words["elsewhere-list"]) { ["class"] = "hint" } : null,
            all.Count == 0 ? null : Filter(visit, all, wanted),
            shown.Count == 0
                ? new Element("p", words[all.Count == 0 ? "list-empty-all" : "list-empty"]) { ["class"] = "empty" }
                : new Element("ul", shown.Select(line => Line(visit, line))) { ["class"] = "cases" })
        {
            ["class"] = "column",
        };
        await visit.Show(words["list-title"], content);
    }

    private static bool IsShown(ListedCase line, string wanted) => wanted switch
    {
        All => true,
        Open => line.Head is null || !Closed.Contains(line.Head.State),
        _ => line.Head is { } head && head.State.ToName() == wanted,
    };

    private static Element Filter(DeskVisit visit, IReadOnlyList<ListedCase> all, string wanted)
    {
        var states = all.Select(line => line.Head?.State).OfType<HandoffState>().Distinct().Order().Select(state => state.ToName());
        var links = new Element("nav") { ["class"] = "filter", ["aria-label"] = visit.Words["filter"] };
        foreach (var value in (IEnumerable<string>)[Open, All, .. states])
        {
            var title = value is Open or All ? visit.Words["filter-" + value] : visit.Words["state." + value];
            var count = all.Count(line => IsShown(line, value));
            links.Add(new Element("a", title, " ", new Element("span", count.ToString(System.Globalization.CultureInfo.InvariantCulture)) { ["class"] = "count" })
            {
                ["href"] = value == Open ? DeskPages.Home : $"{DeskPages.Home}?state={value}",
                ["aria-current"] = value == wanted ? "true" : null,
            });
        }

        return links;
    }

    private static Element Line(DeskVisit visit, ListedCase line)
    {
        var words = visit.Words;
        var head = line.Head;
        var facts = new Element("p",
            new Element("span", line.Ref) { ["class"] = "ref", ["dir"] = "ltr" },
            head is null ? new Element("span", words["list-unreadable"]) : new Element("span", words.With("list-day", ("day", visit.Day(head.Day)))),
            head?.Language is { } language ? new Element("span", visit.LanguageName(language)) : null,
            head?.Talk is null ? null : new Element("span", words["list-talk"]),
            line.Answers > 0 && head?.Talk is null ? new Element("span", words["list-answers"]) : null,
            CaseBadges.Expiry(visit, line.Expires))
        {
            ["class"] = "facts",
        };
        return new("li",
            new Element("div",
                new Element("h2", DeskFrame.Link((head?.Talk is null ? DeskPages.CasesPath : DeskPages.TalksPath + "/") + line.Ref, CaseBadges.Title(visit, line.Ref, head))),
                facts),
            head is null ? null : new Element("div", CaseBadges.Urgency(visit, head.Urgency), CaseBadges.State(visit, head.State)) { ["class"] = "badges" })
        {
            ["class"] = head?.Urgency is "U0" ? "case now" : "case",
        };
    }
}
