namespace RemedyBot.Localization.Dates;

/// <param name="Edtf">A date in one of the forms of <see cref="Dates.Edtf"/>.</param>
public sealed record DateAnswer(string Edtf, Certainty Certainty);
