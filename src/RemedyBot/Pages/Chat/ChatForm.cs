namespace RemedyBot.Pages.Chat;

/// <summary>The fields of the page's one form, as they were posted.</summary>
public sealed record ChatForm
{
    public required string Token { get; init; }

    /// <summary>The random id of the form as it was rendered: the turn's inbound id.</summary>
    public required string Id { get; init; }

    /// <summary>The language that the form was shown in.</summary>
    public string Language { get; init; } = "";

    /// <summary>The language was chosen on the first page, and need not be asked for.</summary>
    public bool Chosen { get; init; }

    /// <summary>The step that the form asked.</summary>
    public string Step { get; init; } = "";

    /// <summary>The turn that asked it; null where none is asked.</summary>
    public int? Question { get; init; }

    /// <summary>The kind of question, where it was asked with boxes to tick; else empty.</summary>
    public string Boxes { get; init; } = "";

    public string Text { get; init; } = "";

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string Wish { get; init; } = "";

    /// <summary>Asks only whether something came meanwhile.</summary>
    public bool Look { get; init; }

    /// <summary>Not empty where the person wants a file and nothing else: of <see cref="Copy"/> for <c>file</c>, else of what stands here.</summary>
    public string Save { get; init; } = "";

    /// <summary>The summary as it was shown, for the file.</summary>
    public string Copy { get; init; } = "";

    public override string ToString() => nameof(ChatForm);
}
