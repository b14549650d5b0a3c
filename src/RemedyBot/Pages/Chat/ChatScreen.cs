using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>One answer to be shown: the reply and what the page adds to it.</summary>
public sealed record ChatScreen
{
    private const string Erased = "/erased";
    private const string FirstStep = "language/language";

    public required TurnReply Reply { get; init; }

    public required PageWords Words { get; init; }

    public required SpokenLanguages Languages { get; init; }

    public required Uri Exit { get; init; }

    /// <summary>The random id of the form that is rendered now.</summary>
    public required string Id { get; init; }

    /// <summary>Nothing has been said yet: a bare visit.</summary>
    public bool First { get; init; }

    /// <summary>The language was chosen on the first page.</summary>
    public bool Chosen { get; init; }

    public string? Kept { get; init; }

    /// <summary>What the person should know of what they typed, beside the box.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>The question stood there before: its ticks are the person's own.</summary>
    public bool Again { get; init; }

    /// <summary>The message that waits for an answer, or null.</summary>
    public OutMessage? Asked => Reply.Messages.Count > 0 && Reply.Messages[^1] is { Kind: not ("say" or "end") } last ? last : null;

    /// <summary>What was shown before has to leave the screen.</summary>
    public bool Clears =>
        Reply.Status is TurnStatus.Closed || (Reply.Ended && Reply.Messages.Any(message => message.Step.EndsWith(Erased, StringComparison.Ordinal)));

    /// <summary>Nothing waits here any more: the next words begin a new conversation.</summary>
    public bool Over => Reply.Ended || Reply.Status is TurnStatus.Closed;

    /// <summary>A code that was kept opens the old conversation here, whatever is asked.</summary>
    public bool TakesCode => First || Over || Asked is { Step: FirstStep };

    public string QuestionId => "q" + Id;

    /// <summary>The language and direction of a message, which may be a sentence not yet translated.</summary>
    public PageLanguage LanguageOf(OutMessage message) =>
        message.Language is { } tag ? Languages.Nearest(tag) ?? new(tag, tag, "ltr") : Words.Language;
}
