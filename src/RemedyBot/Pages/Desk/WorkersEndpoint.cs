using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>Who can sign in: enrol and remove.</summary>
internal static class WorkersEndpoint
{
    internal static Task Show(DeskVisit visit) => Show(visit, trouble: null, good: null);

    internal static async Task Add(DeskVisit visit)
    {
        EnrolmentResult? result = EnrolFields.Read(visit.Form) is { } worker
            ? await visit.Parts.Desk.Enrolment.AddAsync(worker, visit.Session!, visit.Cancellation)
            : null;
        if (result is not EnrolmentResult.Enrolled)
        {
            await Show(visit, visit.Words[EnrolFields.Key(result)], good: null);
            return;
        }

        var added = visit.Words.With("workers-added", ("by", visit.Form["word"].Trim()));
        // The form that follows is for another worker: nothing of this one may stand in it.
        visit.Form = new DeskForm(null);
        await Show(visit, trouble: null, added);
    }

    internal static async Task Remove(DeskVisit visit)
    {
        var word = visit.Form["by"];
        if (visit.Form["sure"].Length == 0)
        {
            await Ask(visit, word);
            return;
        }

        var removed = await visit.Parts.Desk.Enrolment.RemoveAsync(word, visit.Cancellation);
        if (removed && word == visit.Session!.Worker)
        {
            DeskCookie.Delete(visit);
            await visit.Go(DeskPages.SignInPath + "?out");
            return;
        }

        await Show(visit, removed ? null : visit.Words["workers-last"], removed ? visit.Words.With("workers-removed", ("by", word)) : null);
    }

    private static Task Ask(DeskVisit visit, string word)
    {
        var words = visit.Words;
        var title = words.With("workers-sure-title", ("by", word));
        var form = DeskFrame.Form(
            DeskPages.RemovalPath,
            DeskFrame.Hidden("by", word),
            new Element("div",
                DeskFrame.Button(words["workers-remove"], "sure", "yes", "danger"),
                DeskFrame.Link(DeskPages.WorkersPath, words["cancel"], "button"))
            {
                ["class"] = "row",
            });
        return visit.Show(title, new Element("div", new Element("h1", title), new Element("p", words.With("workers-sure", ("by", word))), form) { ["class"] = "card narrow" });
    }

    private static Task Show(DeskVisit visit, string? trouble, string? good)
    {
        var words = visit.Words;
        var known = visit.Parts.Desk.Enrolment.Words(visit.Session!);
        var list = new Element("ul", known.Select(word => Line(visit, word, known.Count > 1))) { ["class"] = "workers" };
        var add = DeskFrame.Form(DeskPages.WorkersPath, [.. EnrolFields.Of(visit), DeskFrame.Button(words["workers-add"], style: "main")]);
        var content = new Element("div",
            new Element("h1", words["workers-title"]),
            DeskFrame.Trouble(trouble),
            DeskFrame.Good(good),
            new Element("section", new Element("p", words["workers-intro"]), list, known.Count > 1 ? null : new Element("p", words["workers-last"]) { ["class"] = "hint" }) { ["class"] = "card" },
            new Element("section", new Element("h2", words["workers-add-title"]), new Element("p", words["workers-add-intro"]), add) { ["class"] = "card" })
        {
            ["class"] = "column",
        };
        return visit.Show(words["workers-title"], content, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Element Line(DeskVisit visit, string word, bool removable)
    {
        var words = visit.Words;
        var button = new Element("button", words["workers-remove"]) { ["type"] = "submit", ["class"] = "quiet", ["aria-label"] = words.With("workers-remove-label", ("by", word)) };
        return new("li",
            new Element("span", new Element("bdi", word), word == visit.Session!.Worker ? new Element("span", " ", words["workers-you"]) { ["class"] = "soft" } : null),
            removable ? DeskFrame.Form(DeskPages.RemovalPath, DeskFrame.Hidden("by", word), button) : null);
    }
}
