using RemedyBot.Channels.Activities;
using RemedyBot.Dialogs.Model;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Channels;

/// <summary>All that the bot can say, in every language that it speaks, with as much in it as a long case could bring.</summary>
internal static class EveryMessage
{
    private static readonly IReadOnlyList<string> Languages = [.. AServer.Content.Spoken(drafts: false).Select(l => l.Tag)];

    /// <summary>Every message of every step of every dialog.</summary>
    public static IEnumerable<(string Language, string Text, QuestionData Question)> OfDialogs() =>
        from language in Languages
        from dialog in AServer.Content.Dialogs.Dialogs.All
        from step in dialog.Steps
        from message in Messages(dialog, step, language)
        select (language, message.Text, message.Question);

    /// <summary>Every text of the catalogs.</summary>
    public static IEnumerable<(string Language, string Text, QuestionData Question)> OfTexts() =>
        from language in Languages
        from source in AServer.Content.Sources
        select (language, Filled(language, source.Key, source.Placeholders), Asking("say", [], []));

    /// <summary>The texts of a step, each with what can be answered to it.</summary>
    private static IEnumerable<(string Text, QuestionData Question)> Messages(Dialog dialog, Step step, string language)
    {
        var prefix = $"{dialog.Name}/{step.Id}/";
        var sources = AServer.Content.Sources.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var choices = step is Ask ask ? Choices(ask, prefix, language) : [];
        IReadOnlyList<Choice> wishes = step is Ask ? [.. Words.Wishes.Select(w => new Choice(w, AServer.Content.Localizer.Catalog.Render(language, "common/wish." + w)))] : [];
        var kind = step is Ask asked ? asked.Kind.ToString().ToLowerInvariant() : "say";
        foreach (var source in sources.Where(s => !s.Key[prefix.Length..].Contains('.', StringComparison.Ordinal)))
            yield return (Filled(language, source.Key, source.Placeholders), Asking(kind, choices, wishes));
    }

    private static List<Choice> Choices(Ask ask, string prefix, string language)
    {
        var own = ask.Options.Select(o => new Choice(o.Value, AServer.Content.Localizer.Catalog.Render(language, prefix + "option." + o.Value)));
        var listed = ask.OptionsFrom switch
        {
            null => [],
            "languages" => AServer.Content.Spoken(drafts: false).Select(l => new Choice(l.Tag, l.Name)),
            "platforms" => AServer.Content.Platforms.Select(p => new Choice(p.Value, p.Title!)),
            "groups" => Enumerable.Range(1, 13).Select(i => new Choice("g" + i, AServer.Content.Localizer.Catalog.Render(language, "common/g" + i))),
            _ => AServer.Content.Taxonomy.Select(l => new Choice(l.Value, AServer.Content.Localizer.Catalog.Render(language, l.TitleKey!))),
        };
        var fixedOnes = ask.Kind is PromptKind.YesNo or PromptKind.Consent ? ["yes", "no", "unknown"] : Array.Empty<string>();
        return [.. fixedOnes.Select(v => new Choice(v, AServer.Content.Localizer.Catalog.Render(language, "common/" + v))), .. own.Select((c, i) => c with { Picked = i % 2 == 0 }), .. listed];
    }

    /// <summary>With as much in each placeholder as a long case could bring.</summary>
    private static string Filled(string language, string key, IReadOnlyList<string> placeholders)
    {
        var arguments = placeholders.ToDictionary(p => p, p => p switch
        {
            "count" => new Arg.Count(31),
            "code" => new Arg.Verbatim("12345 67890 12345 67890 12345"),
            "summary" or "letters" => (Arg)new Arg.Words(string.Join('\n', Enumerable.Range(1, 120).Select(i => $"{i}: " + string.Join(' ', Enumerable.Repeat("مثال beispiel", i % 17))))),
            "slip" => new Arg.Verbatim(new string('s', 900)),
            _ => new Arg.Words("a longer value with some words"),
        });
        return AServer.Content.Localizer.Catalog.Render(language, key, arguments);
    }

    private static QuestionData Asking(string kind, IReadOnlyList<Choice> choices, IReadOnlyList<Choice> wishes) =>
        new() { Step = "a/b", Topic = "story", Kind = kind, Choices = choices, Wishes = wishes };
}
