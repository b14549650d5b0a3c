namespace RemedyBot.Localization.Dates;

internal enum DateUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}
