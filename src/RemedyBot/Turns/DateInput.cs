using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Dates;

namespace RemedyBot.Turns;

/// <summary>A date that was typed, as the engine takes it.</summary>
internal static class DateInput
{
    /// <summary>Null where no date was understood.</summary>
    public static Input? Read(string text, Ask ask, CaseFile file, DateOnly today, DateReader dates)
    {
        var country = Engine.Answers(file.Conversation).LastOrDefault(a => a.Field == CaseView.CountryField)?.Values is [var code] ? code : null;
        var date = dates.Read(text, [file.Language], today, ask.Time == Words.Ahead, country);
        return date switch
        {
            null => null,
            { IsRemembered: false } => new Input.LongAgo(),
            { IsAhead: true } when ask.Time == Words.Past => new Input.Ahead(),
            _ => new Input.Date(date.Edtf, Sure(date.Certainty)) { IsWhole = date.IsWhole },
        };
    }

    private static string Sure(Certainty certainty) => certainty switch
    {
        Certainty.Exact => "exact",
        Certainty.About => "about",
        _ => "guess",
    };
}
