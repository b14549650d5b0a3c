using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Steps to messages: keys and values, no words.</summary>
internal static class Compose
{
    public static Message Said(Dialog dialog, Say say, string? item) => Plain(dialog, say, "say", "text", item) with { Routes = say.Routes };

    public static Message Ended(Dialog dialog, End end, string? item) => Plain(dialog, end, "end", "text", item);

    /// <summary>Something said about a question: why it is asked, thanks, that an answer was not understood.</summary>
    public static Message About(Waiting at, string key) =>
        Plain(at.Dialog, at.Ask, "say", "text", at.Item) with { TextKey = key };

    public static Message Aside(Waiting? at, string key) => at is null
        ? new Message { Step = "common/" + key, Topic = "welcome", Kind = "say", TextKey = "common/" + key }
        : About(at, "common/" + key);

    public static Message Question(Waiting at, Conversation conversation, IReadOnlyList<string> wishes, (int, int)? progress) =>
        Plain(at.Dialog, at.Ask, KindOf(at.Ask.Kind), "text", at.Item) with
        {
            Field = at.Ask.Field,
            Choices = at.Choices,
            Picked = at.Ask.Kind == PromptKind.Text ? [] : conversation.Picked,
            Wishes = wishes,
            Progress = progress,
            Mode = at.Ask.Mode,
            By = at.Ask.By,
            To = at.Ask.To,
            Groups = at.Ask.Kind == PromptKind.Consent
                ? [.. at.Choices.Select(c => c.Value).Where(v => v is not ("yes" or "no"))]
                : null,
        };

    public static IReadOnlyList<Choice> Choices(Ask ask, Memory memory, string key) => ask.Kind switch
    {
        // Alone: beside "is it one of these?" a "no" must not be the answer to anything else.
        PromptKind.Text when memory.Meant(key) is { Count: > 0 } meant => [.. meant, new(Words.More, "common/none-of-these")],
        PromptKind.YesNo or PromptKind.Review => ask.Written,
        PromptKind.Consent when ask.Mode is null => ask.Written,
        PromptKind.Consent => memory.List("groups") is { Count: > 0 } groups ? [.. ask.Written, .. groups] : [],
        _ when ask.OptionsFrom is { } list => memory.List(list),
        _ => Open(ask, memory),
    };

    /// <summary>What a question offers by itself, whether or not an option's condition holds.</summary>
    public static IReadOnlyList<Choice> Written(Dialog dialog, Ask ask) => ask.Kind switch
    {
        PromptKind.YesNo => ask.Unknown ? Titled(dialog, ask, "yes", "no", "unknown") : Titled(dialog, ask, "yes", "no"),
        PromptKind.Consent => Titled(dialog, ask, "yes", "no"),
        PromptKind.Review => Titled(dialog, ask, "confirm", "edit"),
        _ => [.. ask.Options.Select(o => new Choice(o.Value, $"{dialog.Name}/{ask.Id}/option.{o.Value}"))],
    };

    /// <summary>The answers as they were sent, so that a number or a title means what stood there; of those that are offered no more only the value.</summary>
    public static IReadOnlyList<Choice> AsSent(IReadOnlyList<Choice> now, IReadOnlyList<string> sent) =>
        sent.SequenceEqual(now.Select(c => c.Value), StringComparer.Ordinal) ? now : [.. sent.Select(value => now.FirstOrDefault(c => c.Value == value) ?? new Choice(value, null))];

    private static IReadOnlyList<Choice> Open(Ask ask, Memory memory)
    {
        List<Choice>? open = null;
        for (var i = 0; i < ask.Written.Count; i++)
        {
            if (ask.Options[i].When?.Holds(memory) ?? true)
                open?.Add(ask.Written[i]);
            else
                open ??= [.. ask.Written.Take(i)];
        }

        return open ?? ask.Written;
    }

    private static Choice[] Titled(Dialog dialog, Ask ask, params ReadOnlySpan<string> values)
    {
        var choices = new Choice[values.Length];
        for (var i = 0; i < values.Length; i++)
            choices[i] = new(values[i], Title(dialog, ask, values[i]));
        return choices;
    }

    private static string Title(Dialog dialog, Ask ask, string value) =>
        ask.Titles.ContainsKey(value) ? $"{dialog.Name}/{ask.Id}/title.{value}" : "common/" + value;

    private static Message Plain(Dialog dialog, Step step, string kind, string part, string? item) => new()
    {
        Step = $"{dialog.Name}/{step.Id}",
        Topic = step.Topic ?? dialog.Topic,
        Kind = kind,
        TextKey = $"{dialog.Name}/{step.Id}/{part}",
        With = step.With,
        Item = item,
    };

    private static string KindOf(PromptKind kind) => kind switch
    {
        PromptKind.YesNo => "yesno",
        PromptKind.Choice => "choice",
        PromptKind.Choices => "choices",
        PromptKind.Text => "text",
        PromptKind.Date => "date",
        PromptKind.Items => "items",
        PromptKind.Consent => "consent",
        PromptKind.Review => "review",
        PromptKind.Code => "code",
        _ => throw new DialogException("A prompt kind has no name."),
    };
}
