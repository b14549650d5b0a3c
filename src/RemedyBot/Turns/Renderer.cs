using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Remedy.Routes;
using Route = RemedyBot.Remedy.Routes.Route;

namespace RemedyBot.Turns;

/// <summary>Keys to words: the messages of a turn in the person's language, with what the world fills in.</summary>
public sealed class Renderer(LoadedContent content, IRecipients recipients, Casework casework, Translations translations, TurnOptions options)
{
    private const string EndKind = "end";

    /// <summary>No answer that is taken is longer; of a message that is too long the rest is not kept.</summary>
    private const int MostSaid = 20_000;

    /// <summary>Says that a human has come.</summary>
    private const string Here = "talk/here";

    /// <summary>Where a country's emergency number can be looked up.</summary>

    private Catalog Catalog => content.Localizer.Catalog;

    public IReadOnlyList<OutMessage> Render(IReadOnlyList<Message> messages, Deeds deeds)
    {
        var scene = new Scene(deeds, View(deeds), content, new(recipients, deeds.File, casework.Today), (options, casework.Today, translations));
        var said = (deeds.Heard?.Said ?? []).Select(Human);
        // That somebody is here now comes before what they say.
        return [.. messages.TakeWhile(m => m.Step == Here).Select(m => Render(m, scene)), .. said, .. messages.SkipWhile(m => m.Step == Here).Select(m => Render(m, scene))];
    }

    /// <summary>All routes suggested so far: those known, and those that these messages show.</summary>
    public IReadOnlyList<SuggestedRoute> RoutesOf(IReadOnlyList<Message> messages, Deeds deeds)
    {
        var view = View(deeds);
        var routes = deeds.File.Routes.ToList();
        foreach (var message in messages)
            foreach (var route in RoutesOf(message, view).Where(r => !routes.Exists(known => known.Id == r.Id)))
                routes.Add(new(route.Id, route.Kind, message.Topic, route.Warnings));
        return routes;
    }

    // A view looks at answers, language and signals: what was handed over meanwhile changes none of them.
    private CaseView View(Deeds deeds) => deeds.View ?? casework.View(deeds.File);

    public string CodePlaceholder(string language) => Catalog.Render(language, "common/code-gone");

    /// <summary>What the person said, to be shown as theirs: a choice by its title, words as they are, a code never.</summary>
    /// <param name="told">Words that came beside a tap were kept.</param>
    internal string? Said(Visit visit, bool told, CaseFile before, Input input, Look? look) =>
        Said(visit.Text, before, input, look) is { } said ? told && visit.Request.Beside is { } beside ? said + "\n" + beside : said : null;

    private string? Said(string? text, CaseFile before, Input input, Look? look)
    {
        if (text is null || input is Input.Nothing)
            return null;
        if (input is Input.Wish { Unsure: false } wish)
            return Catalog.Render(before.Language, "common/wish." + wish.Name);
        var chosen = input switch { Input.Chosen c when c.Told != text => c.Values, Input.Toggled t => [t.Value], Input.Items i => i.Things, _ => null };
        if (chosen is null || look?.Present is not { } question)
            return text.Length <= MostSaid ? text : text[..(char.IsHighSurrogate(text[MostSaid - 1]) ? MostSaid - 1 : MostSaid)] + " …";
        var offered = question.Choices.Concat(look.Accepted).ToList();
        var listed = input is Input.Items;
        var parts = question.Kind is "consent" && chosen.Count > 1;
        return (parts ? "– " : "") + string.Join(parts ? "\n– " : listed ? "\n" : ", ", chosen.Select(v => offered.Find(c => c.Value == v) is { } choice ? Title(choice, before.Language)
            : !listed && content.Localizer.Countries.Codes.Contains(v) ? content.Localizer.Countries.Name(v, before.Language) : v));
    }

    private static OutMessage Human(HumanWords said) => new() { Text = said.Text, Step = "talk/human", Topic = "handoff", Kind = "say", Human = said.Name, Talk = said.Ref };

    private OutMessage Render(Message message, Scene scene)
    {
        var language = Catalog.LanguageFor(scene.Language, message.TextKey);
        var routes = RoutesOf(message, scene.View);
        var args = message.With.ToDictionary(w => w.Key, w => scene.Fill(w.Value, message));
        var text = Catalog.Render(language, message.TextKey, args);
        var (lines, links) = scene.RouteLines(routes, message.Routes);
        text = Mark(language, scene) + (lines.Count == 0 ? text : text + "\n" + string.Join('\n', lines));
        return new()
        {
            Text = text,
            Step = message.Step,
            Topic = message.Topic,
            Kind = message.Kind,
            Field = message.Field,
            Choices = [.. message.Choices.Select(c => new Option(c.Value, Title(c, language), message.Picked.Contains(c.Value, StringComparer.Ordinal)))],
            Wishes = message.Kind is "say" or EndKind ? [] : [.. message.Wishes.Select(w => new Option(w, Catalog.Render(language, "common/wish." + w)))],
            Code = message is { Kind: "code", Mode: "new" } || message.With.Values.Contains("code") ? scene.Code : null,
            Paper = message.With.Values.Contains("slip") ? scene.Slip(message) : null,
            Progress = message.Progress is { } p ? new(p.At, p.Of) : null,
            Recipient = message.Kind == "consent" ? scene.Recipient(message) : null,
            Groups = message.Kind == "consent" ? message.Groups ?? [] : null,
            Beyond = message is { Kind: "consent", Mode: "beyond" or "own" },
            By = message.Kind == "consent" ? message.By ?? scene.By : null,
            Links = links,
            Letters = message.With.Values.SelectMany(type => scene.Letters(type)).Where(l => l.Words.Length > 0).Select(l => (l.Head, l.Words)).ToList() is { Count: > 0 } letters ? LetterSpan.In(text, letters) : null,
            Quiet = message.Quiet,
            Language = language == scene.Language ? null : language,
        };
    }

    /// <summary>Whoever tries a draft sees which sentences it does not have yet.</summary>
    private string Mark(string language, Scene scene) =>
        language != scene.Language && content.Localizer.Registry.Find(scene.Language) is { Status: LanguageStatus.Draft } ? $"[{language}] " : "";

    private string Title(Choice choice, string language) => choice.TitleKey is { } key ? Catalog.Render(language, key) : choice.Title ?? choice.Value;

    /// <summary>The cards a message shows: its selector's, and its own where the step is named after one.</summary>
    private IReadOnlyList<Route> RoutesOf(Message message, CaseView view)
    {
        var directory = content.Domain.Routes;
        var own = directory.Find(message.Step[(message.Step.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var shown = directory.Shown(message.Routes, view.Country, view.Leaves);
        return own is null ? shown : [own, .. shown];
    }
}
