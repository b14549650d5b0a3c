using System.Globalization;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Live;
using RemedyBot.Localization.Bidi;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>One talk: what was said, and a box to write in.</summary>
internal static class TalkEndpoint
{
    private const string AskEnd = "ask-end";
    private const string GoBack = "back";

    internal static Task Show(DeskVisit visit) => Show(visit, trouble: null);

    internal static Task Act(DeskVisit visit) => visit.Form["act"] is AskEnd or GoBack ? Show(visit, trouble: null) : Do(visit);

    private static async Task Do(DeskVisit visit)
    {
        var reference = Reference(visit);
        var text = CleanText.Of(visit.Form["text"].ReplaceLineEndings("\n"));
        var state = visit.Form["act"] switch
        {
            "accept" => HandoffState.Accepted,
            "end" => HandoffState.Done,
            "decline" => HandoffState.Declined,
            _ => HandoffState.Answered,
        };
        var result = await visit.Parts.Desk.Talks.ActAsync(new(reference, state, text) { Form = DeskForm.IdIn(visit.Form["form"]) }, visit.Session!, visit.Cancellation);
        if (result is ActResult.Done)
            await visit.Go(DeskPages.TalksPath + (state is HandoffState.Answered or HandoffState.Accepted ? "/" + reference : ""));
        else
            await Show(visit, visit.Words[result switch
            {
                ActResult.TooLong => "act-too-long",
                ActResult.Changed => "act-changed",
                ActResult.NotPossible when state is HandoffState.Answered && string.IsNullOrWhiteSpace(text) => "answer-empty",
                _ => "act-not-possible",
            }]);
    }

    private static string Reference(DeskVisit visit) => visit.Context.Request.RouteValues["reference"] as string ?? "";

    private static async Task Show(DeskVisit visit, string? trouble)
    {
        if (await visit.Parts.Desk.Talks.OpenAsync(Reference(visit), visit.Session!, visit.Cancellation) is not { } talk)
        {
            await visit.Notice(visit.Words["case-gone-title"], visit.Words["case-gone"], StatusCodes.Status404NotFound);
            return;
        }

        IReadOnlyList<Element> parts = [Standing(visit, talk), Lines(visit, talk)];
        if (TalkPage.IsAsked(visit))
            await TalkPage.Answer(visit, parts, 0);
        else
            await visit.Show(talk.Head.Ref, Page(visit, talk, parts, trouble), trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Element Page(DeskVisit visit, OpenTalk talk, IReadOnlyList<Element> parts, string? trouble)
    {
        var words = visit.Words;
        var path = DeskPages.TalksPath + "/" + talk.Head.Ref;
        return new("div",
            new Element("p", DeskFrame.Link(DeskPages.TalksPath, words["talk-back"])) { ["class"] = "back" },
            new Element("h1", CaseBadges.Title(visit, talk.Head.Ref, talk.Head)),
            DeskFrame.Trouble(trouble),
            TalkPage.Live(path, parts),
            talk.Stage == TalkStage.Requested ? Taking(visit, path) : Writing(visit, path, talk),
            TalkPage.Reload(visit, path),
            talk.Case is { Receipt: { } receipt, Bundle: { } bundle } opened ? ConsentView.Of(visit, receipt, opened.ReceiptIsOurs, bundle.ReceiptJws) : null)
        {
            ["class"] = "column talk",
        };
    }

    private static Element Standing(DeskVisit visit, OpenTalk talk)
    {
        var words = visit.Words;
        var open = talk.Stage.IsOpen();
        return new("div",
            new Element("p",
                CaseBadges.Urgency(visit, talk.Head.Urgency),
                new Element("span", words["talk-stage." + talk.Stage.ToString().ToLowerInvariant()]) { ["class"] = open ? "badge new" : "badge" },
                open ? new Element("span", TalkPage.Since(visit, talk)) : null,
                talk.Head.Language is { } language ? new Element("span", visit.LanguageName(language)) : null,
                open ? new Element("span", TalkPage.Presence(visit, talk)) : null)
            {
                ["class"] = "facts",
            },
            open ? null : new Element("p", words["talk-mailbox"]) { ["class"] = "note" })
        {
            ["id"] = "standing",
        };
    }

    private static Element Lines(DeskVisit visit, OpenTalk talk)
    {
        var words = visit.Words;
        var log = new Element("div") { ["id"] = "lines", ["class"] = "lines", ["role"] = "log", ["tabindex"] = "0", ["aria-label"] = words["talk-lines"] };
        if (talk.Lines.Count == 0)
            log.Add(new Element("p", words["talk-no-words"]) { ["class"] = "empty" });
        foreach (var line in talk.Lines)
            log.Add(Line(words, line));
        return log;
    }

    private static Element Line(PageWords words, TalkLine line)
    {
        if (line.Text is not { } text)
            return new("p", words.With("talk-event." + line.Happened?.ToString().ToLowerInvariant(), ("by", line.By ?? ""))) { ["class"] = "happened" };
        return new("div",
            new Element("p", line.By ?? words["talk-person"]) { ["class"] = "from" },
            new Element("p", Directed.Of(text)) { ["dir"] = "auto" })
        {
            ["class"] = line.By is null ? "said" : "said ours",
        };
    }

    private static Element Taking(DeskVisit visit, string path)
    {
        var words = visit.Words;
        return new("section",
            new Element("p", words["talk-take-hint"]) { ["class"] = "hint" },
            DeskFrame.Form(path, Id(visit), Row(
                DeskFrame.Button(words["talk-take"], "act", "accept", "main"),
                DeskFrame.Button(words["talk-decline"], "act", "decline", "plain"))))
        {
            ["class"] = "card",
        };
    }

    private static Element Id(DeskVisit visit) => DeskFrame.Hidden("form", DeskForm.NewId(visit.Parts.Random));

    private static Element Row(params IEnumerable<Node?> buttons) => new("div", buttons) { ["class"] = "row" };

    private static Element Writing(DeskVisit visit, string path, OpenTalk talk)
    {
        var words = visit.Words;
        var open = talk.Stage.IsOpen();
        var ending = open && visit.Form["act"] is AskEnd;
        return new("section",
            DeskFrame.Form(path,
                Id(visit),
                new Element("label", words[open ? "talk-write" : "case-answer"]) { ["for"] = "text" },
                new Element("p", words[open ? "talk-hint" : "answer-hint"]) { ["class"] = "hint", ["id"] = "text-hint" },
                new Element("textarea", visit.Form["text"])
                {
                    ["id"] = "text",
                    ["name"] = "text",
                    ["rows"] = "3",
                    ["maxlength"] = Note.LongestText.ToString(CultureInfo.InvariantCulture),
                    ["dir"] = "auto",
                    ["autofocus"] = Element.Flag(open && !ending),
                    ["aria-describedby"] = "text-hint",
                    ["data-send"] = "",
                },
                ending ? Ending(words) : Row(DeskFrame.Button(words["talk-send"], "act", "say", "main"), open ? DeskFrame.Button(words["talk-end"], "act", AskEnd, "plain") : null)))
        {
            ["class"] = "card",
        };
    }

    /// <summary>One slip of the finger must not leave somebody alone: an end is asked about once.</summary>
    private static Element Ending(PageWords words)
    {
        var back = DeskFrame.Button(words["talk-end-back"], "act", GoBack, "plain");
        back["autofocus"] = Element.Flag(true);
        return new("div",
            new Element("p", words["talk-end-sure"]) { ["class"] = "note warn", ["id"] = "ending" },
            Row(DeskFrame.Button(words["talk-end-do"], "act", "end", "main"), back))
        {
            ["class"] = "ending",
            ["role"] = "group",
            ["aria-labelledby"] = "ending",
        };
    }
}
