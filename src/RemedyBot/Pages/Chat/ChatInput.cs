namespace RemedyBot.Pages.Chat;

/// <summary>The one message that a posted form stands for, and what of the form is not lost by it.</summary>
/// <param name="Text">What the conversation hears.</param>
/// <param name="Kept">Typed words beside what was tapped, to be put back into the box where nothing takes them.</param>
/// <param name="Ticked">Ticked values that were not sent, to stay ticked.</param>
public sealed record ChatInput(string Text, string? Kept, IReadOnlyList<string> Ticked)
{
    private const string Done = "done";

    /// <summary>A consent whose usual parts stand ticked, and one to further parts, of which none does.</summary>
    public const string Consent = "consent", Beyond = "beyond";

    public static ChatInput Of(ChatForm form)
    {
        var typed = string.IsNullOrWhiteSpace(form.Text) ? null : form.Text;
        if (form.Look) return new("", typed, form.Choices);
        if (form.Wish.Length > 0) return new(form.Wish, typed, form.Choices);
        return form.Boxes switch
        {
            "choices" => Several(form, typed),
            "items" => List(form, typed),
            Consent or Beyond => Consented(form, typed),
            _ when form.Choices.Count > 0 => new(Last(form), typed, []),
            _ => new(form.Text, null, []),
        };
    }

    private static ChatInput Several(ChatForm form, string? typed)
    {
        var ticked = form.Choices.Where(value => value != Done).ToArray();
        if (ticked.Length == 0 && typed is not null) return new(typed, null, []);
        return new(ticked.Length > 0 ? string.Join(", ", ticked) : Last(form), typed, []);
    }

    private static ChatInput List(ChatForm form, string? typed)
    {
        var items = form.Choices.Where(value => value != Done).Concat(typed is null ? [] : [typed]).ToArray();
        return new(items.Length > 0 ? string.Join('\n', items) : Last(form), null, []);
    }

    private static string Last(ChatForm form) => form.Choices is [.., var last] ? last : "";

    /// <summary>
    /// What stands ticked from the start is agreed to by pressing "yes" only: with none ticked that is no answer, and is asked again. Of further parts "yes" means all
    /// while none is ticked, as its button says; a tick is the person's own, so it counts however the form was sent.
    /// </summary>
    private static ChatInput Consented(ChatForm form, string? typed)
    {
        var pressed = form.Choices.LastOrDefault(value => !IsGroup(value));
        if (pressed is null && typed is not null) return new(typed, null, form.Choices);
        var ticked = string.Join(", ", form.Choices.Where(IsGroup));
        var beyond = form.Boxes is Beyond;
        return new(pressed switch
        {
            "yes" => beyond && ticked.Length == 0 ? pressed : ticked,
            null => beyond ? ticked : "",
            _ => pressed,
        }, typed, form.Choices);
    }

    public static bool IsGroup(string value) => value is ['g', >= '0' and <= '9', ..];
}
