using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>The page of one case.</summary>
internal static class CaseView
{
    internal static Element Of(DeskVisit visit, OpenCase opened, string? trouble, string? good)
    {
        var words = visit.Words;
        return new("div",
            new Element("p", DeskFrame.Link(DeskPages.Home, words["case-back"])) { ["class"] = "back" },
            Heading(visit, opened),
            DeskFrame.Trouble(trouble),
            DeskFrame.Good(good),
            CaseBadges.EndsSoon(visit, opened.Expires)
                ? new Element("p", words.With("case-expires-soon", ("day", visit.Day(opened.Expires)))) { ["class"] = "note warn" }
                : null,
            new Element("div", new Element("div", Content(visit, opened)) { ["class"] = "read" }, Actions(visit, opened)) { ["class"] = "split" })
        {
            ["class"] = "column wide",
        };
    }

    private static Element Heading(DeskVisit visit, OpenCase opened) =>
        new("div",
            new Element("h1", CaseBadges.Title(visit, opened.Ref, opened.Head)),
            new Element("p",
                new Element("span", new Element("span", visit.Words["case-ref"], ": ") { ["class"] = "vh" }, new Element("span", opened.Ref) { ["class"] = "ref", ["dir"] = "ltr" }),
                opened.Head is { } head ? new Element("span", visit.Words.With("list-day", ("day", visit.Day(head.Day)))) : null,
                CaseBadges.EndsSoon(visit, opened.Expires) ? null : CaseBadges.Expiry(visit, opened.Expires),
                opened.Head is null ? null : CaseBadges.Urgency(visit, opened.Head.Urgency),
                opened.Head is null ? null : CaseBadges.State(visit, opened.Head.State))
            {
                ["class"] = "facts",
            })
        {
            ["class"] = "heading",
        };

    private static IEnumerable<Node?> Content(DeskVisit visit, OpenCase opened)
    {
        if (opened.Bundle is not { } bundle)
            return [Elsewhere(visit, opened), CaseContent.Answers(visit, opened)];
        using var projection = JsonDocument.Parse(bundle.Projection);
        return
        [
            .. CaseContent.Of(visit, projection.RootElement),
            CaseContent.Answers(visit, opened),
            CaseContent.History(visit, bundle.History),
            opened.Receipt is { } receipt ? ConsentView.Of(visit, receipt, opened.ReceiptIsOurs, bundle.ReceiptJws) : null,
        ];
    }

    private static Element Elsewhere(DeskVisit visit, OpenCase opened)
    {
        var words = visit.Words;
        return new("section",
            new Element("p", words["elsewhere"]),
            DeskFrame.Form(DeskPages.CasesPath + opened.Ref + "/file", DeskFrame.Button(words["elsewhere-save"], style: "main")),
            new Element("p", words["elsewhere-how"]),
            new Element("pre", new Element("code", $"remedybot case open {opened.Ref}.jwe --key KEYFILE")) { ["dir"] = "ltr" })
        {
            ["class"] = "card",
        };
    }

    private static Element Actions(DeskVisit visit, OpenCase opened)
    {
        var words = visit.Words;
        var aside = new Element("section") { ["class"] = "card act", ["aria-label"] = words["case-answer"] };
        if (opened.Head is not { } head)
        {
            aside.Add(new Element("p", words["elsewhere-no-head"]));
            return aside;
        }

        if (!HandoffStates.CanBeAnswered(head.State))
        {
            aside.Add(new Element("p", words["act-closed"]));
            return aside;
        }

        aside.Add(DeskFrame.Form(
            DeskPages.CasesPath + opened.Ref,
            DeskFrame.Hidden("version", opened.Version),
            new Element("h2", new Element("label", words["case-answer"]) { ["for"] = "text" }),
            new Element("p", words["answer-hint"], head.Language is { } language ? " " + words.With("answer-language", ("language", visit.LanguageName(language))) : null)
            {
                ["class"] = "hint",
                ["id"] = "text-hint",
            },
            new Element("textarea", visit.Form["text"])
            {
                ["id"] = "text",
                ["name"] = "text",
                ["rows"] = "7",
                ["maxlength"] = Note.LongestText.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["dir"] = "auto",
                ["aria-describedby"] = "text-hint",
            },
            DeskFrame.Button(words["answer-send"], "act", HandoffState.Answered.ToName(), "main"),
            new Element("h2", words["case-act"]),
            new Element("p", words["act-hint"]) { ["class"] = "hint" },
            new Element("div", HandoffStates.After(head.State).Select(state => DeskFrame.Button(words["act." + state.ToName()], "act", state.ToName(), "plain"))) { ["class"] = "acts" }));
        return aside;
    }
}
