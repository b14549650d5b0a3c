using System.Collections.Immutable;
using System.Globalization;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Dialogs.Prompts;

/// <summary>What a prompt makes of an input.</summary>
internal abstract record Acceptance
{
    /// <param name="Words">Free words that were taken for this answer, to be kept as well.</param>
    public sealed record Taken(EntryKind Kind, ImmutableArray<string> Values, string? Words = null) : Acceptance;

    /// <summary>Free words beside the options; the question stays open.</summary>
    public sealed record Beside(string Text) : Acceptance;

    public sealed record Toggled(string Value) : Acceptance;

    /// <param name="Meant">Values that may have been meant, offered with the question that is put again; null leaves what is picked.</param>
    public sealed record Retry(string Reason, ImmutableList<string>? Meant = null) : Acceptance
    {
        /// <summary>It was tried by somebody who has seen what is asked. What was typed before, or is too long to be read, tells nothing of that.</summary>
        public bool IsWrong => Reason is not ("unseen" or "too-long");
    }

    /// <summary>The person wants to change something in the review.</summary>
    public sealed record Edit : Acceptance;
}

/// <summary>Recognise and validate: one rule for each kind of question.</summary>
internal static class Prompt
{
    public static Acceptance Read(Waiting at, Input input, Conversation conversation, Limits limits, IReadOnlyList<Choice> accepts) => (at.Ask.Kind, input) switch
    {
        (_, Input.TooLong) => new Acceptance.Retry("too-long"),
        (_, Input.Unseen unseen) => unseen.Story is { } story && IsStory(story) ? new Acceptance.Beside(story) : new Acceptance.Retry("unseen"),
        (PromptKind.Text, Input.Words w) when at.Ask.Reads is null => Worded(w.Text, at.Ask),
        (PromptKind.Text, Input.Maybe m) when at.Ask.Reads is not null => new Acceptance.Retry("which", [.. m.Values.Take(MostMeant)]),
        (PromptKind.Text, Input.Chosen { Values: [Words.More] }) when Knows(at.Choices, Words.More) => new Acceptance.Retry("retry", []),
        (PromptKind.Text, Input.Chosen c) when at.Ask.Reads is not null && c.Values.Count == 1 => Taken(c.Values),
        (PromptKind.Text, Input.Chosen c) when at.Ask.Options.Count > 0 => Offered(at, c.Values, accepts, many: false),
        (PromptKind.Date, Input.Date d) => new Acceptance.Taken(EntryKind.Date, [d.Edtf, d.Certainty]),
        (PromptKind.Date, Input.LongAgo) => new Acceptance.Retry("retry-long-ago"),
        (PromptKind.Date, Input.Ahead) => new Acceptance.Retry("retry-ahead"),
        (PromptKind.Items, Input.Items i) => Listed(i.Things, limits),
        (PromptKind.Items, Input.Chosen c) => Listed(c.Values, limits),
        (PromptKind.Code, Input.Code { Right: true }) => Taken([Ask.Confirmed]),
        (PromptKind.Code, Input.Chosen c) => Offered(at, c.Values, accepts, many: false),
        (PromptKind.Review, Input.Chosen { Values: ["edit"] }) => new Acceptance.Edit(),
        (PromptKind.Consent, Input.Chosen c) => Consented(at, c.Values),
        (PromptKind.Items, Input.Toggled t) => conversation.Picked.Count < limits.Items || conversation.Picked.Contains(t.Value) ? new Acceptance.Toggled(t.Value) : new Acceptance.Retry("too-many"),
        (PromptKind.Choices or PromptKind.Consent, Input.Toggled t) => Toggled(at, t.Value, accepts),
        (PromptKind.Choices or PromptKind.Items, Input.Done) => new Acceptance.Taken(EntryKind.Chosen, [.. conversation.Picked]),
        (PromptKind.Consent, Input.Done) => Consented(at, conversation.Picked.IsEmpty ? ["no"] : conversation.Picked),
        (PromptKind.YesNo or PromptKind.Choice or PromptKind.Choices, Input.Chosen { Told: { } words } c)
            when Tells(words, at.Ask) && Offered(at, c.Values, accepts, many: at.Ask.Kind == PromptKind.Choices) is Acceptance.Taken taken => taken with { Words = words },
        (PromptKind.Choices, Input.Chosen c) => Offered(at, c.Values, accepts, many: true),
        (PromptKind.Choice or PromptKind.YesNo or PromptKind.Review, Input.Chosen c) => Offered(at, c.Values, accepts, many: false),
        (_, Input.Words w) when at.Ask.Otherwise is { } value => Taken([value]) with { Kind = EntryKind.Assumed, Words = Tells(w.Text, at.Ask) ? w.Text : null },
        (_, Input.Words w) when at.Ask.Keeps is not null && Tells(w.Text, at.Ask) => new Acceptance.Beside(w.Text),
        (_, Input.Nothing) => new Acceptance.Retry("empty"),
        (PromptKind.Text, _) => new Acceptance.Retry("retry", []),
        _ => new Acceptance.Retry("retry"),
    };

    // More than these nobody reads in a hurry.
    private const int MostMeant = 5;

    // "hm, nope" where yes or no is asked is an answer that was not understood, no story.
    private const int FewestWords = 4;

    // As many letters as so many words have, in writing without spaces.
    private const int FewestLetters = 12;

    private static bool Tells(string text, Ask ask) => ask is { Words: not null, Kind: not (PromptKind.YesNo or PromptKind.Choice) } || IsStory(text);

    private static bool IsStory(string text) =>
        text.Split((char[]?)null, FewestWords, StringSplitOptions.RemoveEmptyEntries) is var words && (words.Length == FewestWords || words.Any(IsSentence));

    private static bool IsSentence(string word) => word.Count(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter) >= FewestLetters;

    private static Acceptance Worded(string text, Ask ask) =>
        string.IsNullOrWhiteSpace(text) ? new Acceptance.Retry("empty")
        : ask.Max is { } max && text.Length > max ? new Acceptance.Retry("too-long")
        : new Acceptance.Taken(EntryKind.Words, [text]);

    private static Acceptance Listed(IReadOnlyList<string> things, Limits limits) => things.Count switch
    {
        0 => new Acceptance.Retry("retry"),
        var n when n > limits.Items => new Acceptance.Retry("too-many"),
        _ => new Acceptance.Taken(EntryKind.Items, [.. things.Distinct(StringComparer.Ordinal)]),
    };

    private static Acceptance Offered(Waiting at, IReadOnlyList<string> values, IReadOnlyList<Choice> accepts, bool many) =>
        values.Count > 0 && (many || values.Count == 1 || accepts.Count > 0) && values.All(v => Knows(at.Choices, v) || Knows(accepts, v))
            ? Taken(values)
            : new Acceptance.Retry("retry");

    private static Acceptance Toggled(Waiting at, string value, IReadOnlyList<Choice> accepts) =>
        Knows(at.Choices, value) || Knows(accepts, value) ? new Acceptance.Toggled(value) : new Acceptance.Retry("retry");

    /// <summary>A yes names the groups that were asked for, so that the log says what was agreed to whatever the dialogs say later.</summary>
    private static Acceptance Consented(Waiting at, IReadOnlyList<string> values)
    {
        var groups = at.Choices.Select(c => c.Value).Where(v => v is not ("yes" or "no")).ToImmutableArray();
        return values switch
        {
            ["no"] => Taken(["no"]),
            ["yes"] => Taken(groups.IsEmpty ? ["yes"] : groups),
            { Count: > 0 } when values.All(v => groups.Contains(v, StringComparer.Ordinal)) => Taken(values),
            _ => new Acceptance.Retry("retry"),
        };
    }

    private static bool Knows(IReadOnlyList<Choice> choices, string value) =>
        choices.Any(c => string.Equals(c.Value, value, StringComparison.Ordinal));

    private static Acceptance.Taken Taken(IReadOnlyList<string> values) =>
        new(EntryKind.Chosen, [.. values.Distinct(StringComparer.Ordinal)]);
}
