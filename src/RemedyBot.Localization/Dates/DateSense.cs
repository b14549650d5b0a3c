namespace RemedyBot.Localization.Dates;

/// <summary>What a word can mean in a date; many mean several things ("منذ" is "since" and "ago").</summary>
[Flags]
internal enum DateSense
{
    None = 0,
    Filler = 1,
    Last = 1 << 1,
    This = 1 << 2,
    Next = 1 << 3,
    Ago = 1 << 4,
    Within = 1 << 5,
    About = 1 << 6,
    Guess = 1 << 7,
    Since = 1 << 8,
    Before = 1 << 9,
    After = 1 << 10,
    Between = 1 << 11,
    To = 1 << 12,
    And = 1 << 13,
    Early = 1 << 14,
    Mid = 1 << 15,
    Late = 1 << 16,
    Vague = 1 << 17,
    Weak = 1 << 18,
    Several = 1 << 19,
}
