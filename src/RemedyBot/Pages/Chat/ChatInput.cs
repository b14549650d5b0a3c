namespace RemedyBot.Pages.Chat;

/// <summary>The one message that a posted form stands for, and what of the form is not lost by it.</summary>
/// <param name="Text">What the conversation hears.</param>
/// <param name="Kept">Typed words that were not sent, to be put back into the box.</param>
/// <param name="Ticked">Ticked values that were not sent, to stay ticked.</param>
public sealed record ChatInput(string Text, string? Kept, IReadOnlyList<string> Ticked)
{
    private const string Done = "done";

    public static ChatInput Of(ChatForm form)
    {
        var typed = string.IsNullOrWhiteSpace(form.Text) ? null : form.Text;
        if (form.Wish.Length > 0) return new(form.Wish, typed, form.Choices);
        return form.Boxes switch
        {
            "choices" => Several(form, typed),
            "items" => List(form, typed),
            "consent" => new(Groups(form.Choices), typed, form.Choices),
            _ when form.Choices.Count > 0 => new(Last(form), typed, []),
            _ => new(form.Text, null, []),
        };
    }

    /// <summary>Words go first, since they may tell of danger; the ticks stay for the next send.</summary>
    private static ChatInput Several(ChatForm form, string? typed)
    {
        var ticked = form.Choices.Where(value => value != Done).ToArray();
        if (typed is not null) return new(typed, null, ticked);
        return new(ticked.Length > 0 ? string.Join(", ", ticked) : Last(form), null, []);
    }

    private static ChatInput List(ChatForm form, string? typed)
    {
        var items = form.Choices.Where(value => value != Done).Concat(typed is null ? [] : [typed]).ToArray();
        return new(items.Length > 0 ? string.Join('\n', items) : Last(form), null, []);
    }

    private static string Last(ChatForm form) => form.Choices is [.., var last] ? last : "";

    /// <summary>"Yes" with some groups ticked is yes to these; with none ticked it is no answer, and is asked again.</summary>
    private static string Groups(IReadOnlyList<string> choices)
    {
        var pressed = choices.LastOrDefault(value => !IsGroup(value));
        return pressed is null or "yes" ? string.Join(", ", choices.Where(IsGroup)) : pressed;
    }

    public static bool IsGroup(string value) => value is ['g', >= '0' and <= '9', ..];
}
