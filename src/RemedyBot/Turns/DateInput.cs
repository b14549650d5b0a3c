using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Dates;

namespace RemedyBot.Turns;

/// <summary>A date that was read, as the engine takes it.</summary>
internal static class DateInput
{
    public static Input.Date Of(DateAnswer date) => new(date.Edtf, date.Certainty switch
    {
        Certainty.Exact => "exact",
        Certainty.About => "about",
        _ => "guess",
    });
}
