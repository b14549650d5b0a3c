using RemedyBot.Handoff.Consent;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Desk;

/// <summary>What exactly the person said yes to, and the receipt of it.</summary>
internal static class ConsentView
{
    internal static Element Of(DeskVisit visit, Receipt receipt, bool ours, string compact)
    {
        var words = visit.Words;
        return CaseContent.Section(
            words["case-consent"],
            new Element("p", words.With("consent-for", ("day", visit.Day(receipt.Expires)))),
            new Element("ul", receipt.Groups.Where(IsGroup).Select(group => new Element("li", visit.Text(Scene.GroupKey(receipt.Purpose, group))))),
            receipt.By is "self" or "guardian" or "representative" ? new Element("p", words["consent-by." + receipt.By]) : null,
            new Element("p", words["consent-onward"]),
            new Element("dl", Line(words["consent-given"], visit.Day(receipt.Day)), Line(words["consent-until"], visit.Day(receipt.Expires)), Line(words["consent-purpose"], receipt.Purpose is "support" or TalkDocument.Purpose ? words["consent-purpose." + receipt.Purpose] : receipt.Purpose)),
            new Element("p", words[ours ? "receipt-ours" : "receipt-foreign"]) { ["class"] = ours ? "soft" : "note warn" },
            new Element("details", new Element("summary", words["receipt-text"]), new Element("pre", new Element("code", compact)) { ["dir"] = "ltr" }));
    }

    private static Element Line(string label, string value) => new("div", new Element("dt", label), new Element("dd", new Element("bdi", value)));

    private static bool IsGroup(string group) => group.Length is 2 or 3 && group[0] == 'g' && group.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
