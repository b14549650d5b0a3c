namespace RemedyBot.Localization.Dates;

public enum Certainty
{
    Exact,
    About,
    Guess,
}
