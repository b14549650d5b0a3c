using System.Globalization;
using RemedyBot.Handoff.Live;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>Who waits for a talk and who has one, the most urgent first, and whether this worker is there for them.</summary>
internal static class TalksEndpoint
{
    internal static async Task Show(DeskVisit visit)
    {
        var parts = await Parts(visit);
        if (TalkPage.IsAsked(visit))
        {
            await TalkPage.Answer(visit, parts, Waiting(parts));
            return;
        }

        var words = visit.Words;
        var content = new Element("div",
            new Element("h1", words["talks-title"]),
            Attendance(visit),
            visit.Parts.TalksOffered ? null : new Element("p", words["talks-not-offered"]) { ["class"] = "note" },
            TalkPage.Live(DeskPages.TalksPath, parts),
            TalkPage.Reload(visit, DeskPages.TalksPath))
        {
            ["class"] = "column",
        };
        await visit.Show(TalkPage.Title(words["talks-title"], Waiting(parts)), content);
    }

    /// <summary>"I am there", or no longer: said by a click, and over with the session.</summary>
    internal static Task Attend(DeskVisit visit)
    {
        visit.Parts.Desk.Sessions.Attend(DeskCookie.Read(visit.Context.Request), visit.Form["here"] == "yes");
        return visit.Go(DeskPages.TalksPath);
    }

    private static Element Attendance(DeskVisit visit)
    {
        var words = visit.Words;
        var here = visit.Parts.Desk.Sessions.Attends(DeskCookie.Read(visit.Context.Request));
        return new("section",
            new Element("p", words[here ? "here-yes" : "here-no"]) { ["class"] = here ? "there" : null },
            new Element("p", words["here-hint"]) { ["class"] = "hint" },
            DeskFrame.Form(DeskPages.TalksPath, DeskFrame.Button(words[here ? "here-leave" : "here-come"], "here", here ? "no" : "yes", here ? "plain" : "main")))
        {
            ["class"] = "card presence",
        };
    }

    private static async Task<IReadOnlyList<Element>> Parts(DeskVisit visit)
    {
        var talks = await visit.Parts.Desk.Talks.ListAsync(visit.Session!, visit.Cancellation);
        return [new("div", talks.Count == 0
            ? [new Element("p", visit.Words["talks-empty"]) { ["class"] = "empty" }]
            : [new Element("ul", talks.Select(talk => Line(visit, talk))) { ["class"] = "cases" }])
        {
            ["id"] = "talks",
            ["data-waiting"] = talks.Count(talk => talk.Stage == TalkStage.Requested).ToString(CultureInfo.InvariantCulture),
        }];
    }

    private static int Waiting(IReadOnlyList<Element> parts) => int.Parse(parts[0].Attributes.First(a => a.Key == "data-waiting").Value, CultureInfo.InvariantCulture);

    private static Element Line(DeskVisit visit, OpenTalk talk)
    {
        var words = visit.Words;
        var head = talk.Head;
        var waits = talk.Stage == TalkStage.Requested;
        return new("li",
            new Element("div",
                new Element("h2", DeskFrame.Link(DeskPages.TalksPath + "/" + head.Ref, CaseBadges.Title(visit, head.Ref, head))),
                new Element("p",
                    new Element("span", TalkPage.Since(visit, talk)),
                    head.Language is { } language ? new Element("span", visit.LanguageName(language)) : null,
                    new Element("span", TalkPage.Presence(visit, talk)))
                {
                    ["class"] = "facts",
                }),
            new Element("div",
                CaseBadges.Urgency(visit, head.Urgency),
                new Element("span", waits ? words["talk-waits"] : words.With("talk-with", ("by", talk.Talk.By ?? ""))) { ["class"] = waits ? "badge new" : "badge" })
            {
                ["class"] = "badges",
            })
        {
            ["class"] = head.Urgency is "U0" && waits ? "case now" : "case",
        };
    }
}
