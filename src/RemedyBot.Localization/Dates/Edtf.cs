namespace RemedyBot.Localization.Dates;

/// <summary>The dates of a case summary: a day, month or year, <c>2026-03?</c>, <c>2026-03~</c>, <c>2026-03-XX</c>, <c>2026-02/2026-05</c>, <c>../2026-05</c>.</summary>
public static class Edtf
{
    public static bool IsValid(string? text) => text is { Length: > 0 };
}
