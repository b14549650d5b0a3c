using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RemedyBot.Dialogs.Turns;

/// <summary>All that the engine keeps between turns. Immutable; a turn makes a new one.</summary>
[JsonConverter(typeof(ConversationConverter))]
public sealed record Conversation
{
    /// <summary>2: entries are arrays. What the first format wrote is still read.</summary>
    public const int CurrentFormat = 2;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>BCP 47 tag the person chose, or null before.</summary>
    public string? Language { get; init; }

    public ImmutableList<Entry> Log { get; init; } = [];

    /// <summary>Signals heard in words, and returns by code: what `back` does not undo.</summary>
    public ImmutableList<Heard> Heard { get; init; } = [];

    /// <summary>The wish being walked, or null.</summary>
    public Wished? Aside { get; init; }

    /// <summary>Key of a question that is to be answered anew, or null.</summary>
    public string? Reask { get; init; }

    /// <summary>What the latest answer given anew replaced, or null.</summary>
    public Replaced? Replaced { get; init; }

    /// <summary>Key of the question that waits; null before the first and after the end.</summary>
    public string? Asking { get; init; }

    /// <summary>The step of that question, or null.</summary>
    public string? AskingStep => Asking is null ? null : Keys.Step(Asking);

    /// <summary>Values of the answers that it was sent with, in their order; null before, and in what older versions wrote.</summary>
    public ImmutableList<string>? Offered { get; init; }

    /// <summary>What has been ticked so far, where answers come one tap at a time.</summary>
    public ImmutableList<string> Picked { get; init; } = [];

    public int Attempts { get; init; }
    public int ProgressOf { get; init; }

    /// <summary>Number of the next entry; never used twice.</summary>
    public int Next { get; init; }
    public bool Ended { get; init; }

    /// <summary>How it ended (`end: NAME`), or null.</summary>
    public string? Ending { get; init; }

    /// <summary>Nothing asked, said or done yet for these items of a list, so that they are walked anew. Entries of another layer (`~`) end with it by themselves.</summary>
    public Conversation Without(Func<string, bool> items) => this with
    {
        Log = Log.RemoveAll(e => Keys.Item(e.Key) is { } item && items(item) && !e.Key.Contains('~', StringComparison.Ordinal)),
    };

    internal Conversation With(Entry entry) => this with { Log = Log.Add(entry with { Order = Next }), Next = Next + 1 };
}

public enum EntryKind
{
    Said,
    Effect,
    Wish,
    Chosen,
    Words,
    Date,
    Items,
    Skipped,

    /// <summary>A value that words were taken for, though they were no answer.</summary>
    Assumed,
}

/// <summary>One thing that happened.</summary>
/// <param name="Key">dialog/step and what it was walked for: `@item`, `~n`.</param>
public sealed record Entry(string Key, EntryKind Kind)
{
    public int Order { get; init; }
    public string? Field { get; init; }
    public ImmutableArray<string> Values { get; init; } = [];
    public ImmutableArray<string> Raised { get; init; } = [];
    public ImmutableArray<string> Cleared { get; init; } = [];

    public bool IsAnswer => Kind >= EntryKind.Chosen;

    /// <summary>Done by the person: `back` takes it out.</summary>
    public bool ByPerson => Kind >= EntryKind.Wish;

    public string Step => Keys.Step(Key);

    public override string ToString() => $"Entry({Key})";
}

/// <summary>A signal heard in words, or a return, at a place in the log.</summary>
public sealed record Heard(string Signal, int Order);

public sealed record Wished(string Wish, int Order);

internal static class Entries
{
    public static Answer AsAnswer(this Entry entry) => new(
        entry.Step, Keys.Item(entry.Key), entry.Field, entry.Kind switch
        {
            EntryKind.Words => AnswerKind.Words,
            EntryKind.Date => AnswerKind.Date,
            EntryKind.Items => AnswerKind.Items,
            EntryKind.Skipped => AnswerKind.Skipped,
            EntryKind.Assumed => AnswerKind.Assumed,
            _ => AnswerKind.Chosen,
        },
        entry.Values, entry.Order);
}
