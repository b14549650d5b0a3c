namespace RemedyBot.Dialogs.Turns;

/// <summary>What a person did, already read: the engine never sees raw text where a value is meant.</summary>
public abstract record Input
{
    /// <summary>Asks for the greeting, or for the present question again.</summary>
    public sealed record Nothing : Input;

    public sealed record Wish(string Name) : Input
    {
        /// <summary>A skip in words that say that the person does not know.</summary>
        public bool Unsure { get; init; }
    }

    /// <summary>Values of the question that waits.</summary>
    public sealed record Chosen(IReadOnlyList<string> Values) : Input
    {
        /// <summary>The free words that came to this answer, where they may tell more than it; else null.</summary>
        public string? Told { get; init; }

        public override string ToString() => "Chosen";
    }

    /// <summary>Words that may mean one of these values, none of them surely: which one is asked.</summary>
    public sealed record Maybe(IReadOnlyList<string> Values) : Input
    {
        public override string ToString() => "Maybe";
    }

    /// <summary>One value more, or taken back.</summary>
    public sealed record Toggled(string Value) : Input;

    public sealed record Done : Input;

    public sealed record Words(string Text) : Input
    {
        public override string ToString() => "Words";
    }

    /// <param name="Edtf">One of the five forms of the case summary, or a plain date.</param>
    /// <param name="Certainty">exact, about or guess.</param>
    public sealed record Date(string Edtf, string Certainty) : Input
    {
        /// <summary>Nothing else was written, so that "10 years ago" is no age.</summary>
        public bool IsWhole { get; init; }

        public override string ToString() => "Date";
    }

    /// <summary>A year before anybody's memory ("1850"), where a date is asked for.</summary>
    public sealed record LongAgo : Input;

    /// <summary>A day to come, where one is asked for that has been.</summary>
    public sealed record Ahead : Input;

    /// <summary>Written before the question that waits had reached the person: it answers nothing.</summary>
    /// <param name="Story">What may be kept where it tells something, or null.</param>
    public sealed record Unseen(string? Story) : Input
    {
        public override string ToString() => "Unseen";
    }

    /// <summary>What some other question is answered with, and this one is not.</summary>
    public sealed record Elsewhere : Input;

    public sealed record Items(IReadOnlyList<string> Things) : Input;

    /// <summary>The case code, typed back or typed on return; the program has compared it.</summary>
    public sealed record Code(bool Right) : Input;

    /// <summary>Longer than the limit.</summary>
    public sealed record TooLong : Input
    {
        /// <summary>Key of what is said to words that are too long to be kept, also for this one question.</summary>
        public const string Told = "common/too-long";
    }

    /// <summary>Asks for the present question once more, with nothing said about it.</summary>
    public sealed record Again : Input;

    /// <summary>The person wants to come back and is asked for the code.</summary>
    /// <param name="Wrong">A code was typed already and opened nothing.</param>
    public sealed record Resume(bool Wrong) : Input;

    /// <summary>The person is back with a right code.</summary>
    public sealed record Return : Input;

    /// <summary>The person, who needs no code here, is to be told of what came meanwhile; an ended conversation goes on.</summary>
    public sealed record News : Input;

    /// <summary>The language was fixed from outside (a flag, the channel's locale).</summary>
    public sealed record Language(string Tag) : Input;
}
