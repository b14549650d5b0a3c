namespace RemedyBot.Localization.Dates;

/// <summary>How a language writes 3/4.</summary>
internal enum DateOrder
{
    /// <summary>Both ways are usual.</summary>
    Either,
    DayFirst,
    MonthFirst,
}
