namespace RemedyBot.Dialogs.Turns;

public enum AnswerKind
{
    /// <summary>One or more of the offered values.</summary>
    Chosen,

    /// <summary>The person's own words; one value.</summary>
    Words,

    /// <summary>An EDTF date and its certainty (exact, about, guess); two values.</summary>
    Date,

    /// <summary>A list of things the person named.</summary>
    Items,

    /// <summary>Passed over; no values.</summary>
    Skipped,

    /// <summary>A value that the person's words were taken for: it counts while no other answer fills the field.</summary>
    Assumed,
}

/// <summary>One answer that counts, as the log holds it.</summary>
/// <param name="Step">dialog/step.</param>
/// <param name="Item">What the dialog was walked for (a recipient's id), or null.</param>
/// <param name="Field">JSON Pointer into the case summary, `-` a new item, `#` which one; null where the answer fills none.</param>
/// <param name="Order">Place in the log: of two answers to one field the later counts.</param>
public sealed record Answer(string Step, string? Item, string? Field, AnswerKind Kind, IReadOnlyList<string> Values, int Order)
{
    /// <summary>Hides what was said: an answer may end up in a message or a log by accident.</summary>
    public override string ToString() => $"Answer({Step})";
}
