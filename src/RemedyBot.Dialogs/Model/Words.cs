using System.Collections.Frozen;

namespace RemedyBot.Dialogs.Model;

/// <summary>The closed vocabularies of the format, in one place so that the reader, the schema and the tests agree.</summary>
public static class Words
{
    public static readonly FrozenSet<string> Topics = Set(
        "language", "welcome", "safety", "age", "story", "harm", "detail", "platform", "when", "person", "evidence", "actions", "impact",
        "remedies", "country", "contact", "routes", "summary", "consent", "handoff", "code", "next", "feedback");

    public static readonly FrozenSet<string> Signals = Set("danger", "selfharm", "minor", "spyware", "custody");

    /// <summary>Before the name of a signal: it may have been meant. What that raises is one gentle question, once.</summary>
    public const string Maybe = "maybe-";

    /// <summary>What walks a dialog before everything else.</summary>
    public static readonly FrozenSet<string> Interrupts = Set([.. Signals, Maybe + "danger", Maybe + "selfharm", Return, Resume]);

    public static readonly IReadOnlyList<string> Wishes =
        ["back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help"];

    public static readonly FrozenSet<string> Effects = Set("handoff", "keep", "language", "withdraw", "change", "erase", "enough", "forget", "move", "reconsider",
        "reply", "talk", "again", "hang-up");

    public static readonly FrozenSet<string> Lists = Set(
        "languages", "leaves", "taxonomy", "fields", "finds", "recipients", "chosen", "groups", "platforms", "suggested", "mentioned", "helplines",
        "answerable", "links", "handles", "relations", "talk", "talks", "slips");

    /// <summary>When the date that is asked for is: over, or still to come.</summary>
    public static readonly FrozenSet<string> Times = Set(Past, Ahead);

    public const string Past = "past";
    public const string Ahead = "ahead";

    public static readonly FrozenSet<string> Facts = Set(
        "desk", "holds", "beyond", "finds", "own", "granted", "handed", "kept", "letters", "new-letters", "old-letters", "shown-letters", "numbers", "numbers-part", "place112", "helpline-first", "returned", "pending", "reopened",
        "pick-consent", "discreet", "ringable", "by-words", "several", "beta", "app", "app-deletes", "page", "moved", "told", "carded", "readable", "late", "stuck", "others", "provable",
        "taken-back", "ended", "lost", "reachable", "noticeable", "sum", "of-others", "translatable", "translated", "translation-gone", "one-way", "no-way-back", "awaited", "unheard", "linked",
        "talk-offered", "talk-asking", "talk-hours", "talk-asked", "talk-now", "talk-over", "talk-open", "talk-requested", "talk-human", "talk-missed", "talk-left", "talk-failed", "talk-completed", "talk-closed");

    public static readonly FrozenSet<string> Placeholders = Set(
        "country", "numbers", "summary", "code", "recipient", "groups", "reference", "day", "days", "count", "letters", "state", "list", "field",
        "address", "page", "about", "late", "due", "slip", "lost", "contact", "sender", "notice", "sum", "reads", "engine", "redacted", "translation",
        "readers", "ring", "unheard", "minutes", "wait", "hours", "shown-letters", "shown", "slip-day");

    /// <summary>"None of these": passes on to the next question for the same field.</summary>
    public const string More = "more";

    /// <summary>"None so far": an answer that fills nothing.</summary>
    public const string Nothing = "nothing";

    /// <summary>The return of a person with a code walks a dialog as a signal does.</summary>
    public const string Return = "return";

    /// <summary>News came for somebody who needs no code to come back: the same dialog is walked.</summary>
    public const string News = "news";

    /// <summary>So does a person who wants to come back and has not shown the code.</summary>
    public const string Resume = "resume";

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
