using FsCheck.Xunit;
using RemedyBot.Localization.Dates;

namespace RemedyBot.Tests.Localization.Dates;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("en", "half a year ago", "2026-05~")]
    [InlineData("en", "a year and a half ago", "2025-05~")]
    [InlineData("es", "hace medio año", "2026-05~")]
    [InlineData("fr", "il y a une demi-année", "2026-05~")]
    [InlineData("pt", "há meio ano", "2026-05~")]
    [InlineData("ar", "قبل نصف سنة", "2026-05~")]
    public void Half_a_year_is_six_months(string language, string text, string edtf) =>
        Assert.Equal((edtf, Certainty.About), ShippedContent.Localizer.Dates.Read(text, [language], new(2026, 11, 22)) is { } answer ? (answer.Edtf, answer.Certainty) : default);

    /// <summary>Muharram 1445 began on 19 July 2023, Muharram 1446 on 7 July 2024 (calendar of Umm al-Qura).</summary>
    [Theory]
    [InlineData("ar", "١٤٤٥")]
    [InlineData("ar", "1445")]
    [InlineData("ar", "سنة 1445 هـ")]
    [InlineData("ar", "في عام ١٤٤٥")]
    [InlineData("en", "١٤٤٥")]
    public void A_Hijri_year_is_the_months_that_it_covers(string language, string text) =>
        Assert.Equal(("2023-07/2024-07", Certainty.About), ShippedContent.Localizer.Dates.Read(text, [language], new(2026, 11, 22)) is { } answer ? (answer.Edtf, answer.Certainty) : default);

    // A Sunday.
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateReader Reader = ShippedContent.Localizer.Dates;

    [Theory]
    [InlineData("2026-03-05", "en", "2026-03-05", Certainty.Exact)]
    [InlineData("2026-03", "en", "2026-03", Certainty.Exact)]
    [InlineData("2025", "en", "2025", Certainty.Exact)]
    [InlineData("2026-03~", "en", "2026-03~", Certainty.About)]
    [InlineData("2026-03?", "en", "2026-03?", Certainty.Guess)]
    [InlineData("2026-03-xx", "en", "2026-03-XX", Certainty.About)]
    [InlineData("2026-02/2026-05", "en", "2026-02/2026-05", Certainty.About)]
    [InlineData("../2026-05", "en", "../2026-05", Certainty.About)]
    [InlineData("٢٠٢٦-٠٣-٠٥", "ar", "2026-03-05", Certainty.Exact)]
    [InlineData("3/4/2026", "es", "2026-04-03", Certainty.Exact)]
    [InlineData("03.04.26", "fr", "2026-04-03", Certainty.Exact)]
    [InlineData("3/4/2026", "en-US", "2026-03-04", Certainty.Exact)]
    [InlineData("3/4/2026", "en-GB", "2026-04-03", Certainty.Exact)]
    [InlineData("3/4/2026", "en", "2026-03/2026-04", Certainty.About)]
    [InlineData("25/4/2026", "en", "2026-04-25", Certainty.Exact)]
    [InlineData("4/25/2026", "es", "2026-04-25", Certainty.Exact)]
    [InlineData("2026/3/5", "ar", "2026-03-05", Certainty.Exact)]
    [InlineData("٥/٣/٢٠٢٦", "ar", "2026-03-05", Certainty.Exact)]
    [InlineData("today", "en", "2026-11-22", Certainty.Exact)]
    [InlineData("Yesterday.", "en", "2026-11-21", Certainty.Exact)]
    [InlineData("ayer por la mañana", "es", "2026-11-21", Certainty.Exact)]
    [InlineData("avant-hier", "fr", "2026-11-20", Certainty.Exact)]
    [InlineData("anteontem", "pt", "2026-11-20", Certainty.Exact)]
    [InlineData("أمس", "ar", "2026-11-21", Certainty.Exact)]
    [InlineData("3 days ago", "en", "2026-11-19", Certainty.Exact)]
    [InlineData("hace tres días", "es", "2026-11-19", Certainty.Exact)]
    [InlineData("il y a 3 jours", "fr", "2026-11-19", Certainty.Exact)]
    [InlineData("há 3 dias", "pt", "2026-11-19", Certainty.Exact)]
    [InlineData("قبل ٣ أيام", "ar", "2026-11-19", Certainty.Exact)]
    [InlineData("منذ يومين", "ar", "2026-11-20", Certainty.Exact)]
    [InlineData("2 weeks ago", "en", "2026-11-08", Certainty.About)]
    [InlineData("two weeks ago", "en", "2026-11-08", Certainty.About)]
    [InlineData("a few weeks ago", "en", "2026-11-01", Certainty.About)]
    [InlineData("a month ago", "en", "2026-10~", Certainty.About)]
    [InlineData("depuis deux mois", "fr", "2026-09~", Certainty.About)]
    [InlineData("قبل شهر", "ar", "2026-10~", Certainty.About)]
    [InlineData("قبل شهرين", "ar", "2026-09~", Certainty.About)]
    [InlineData("last month", "en", "2026-10", Certainty.Exact)]
    [InlineData("el mes pasado", "es", "2026-10", Certainty.Exact)]
    [InlineData("l'année dernière", "fr", "2025", Certainty.Exact)]
    [InlineData("last year", "en", "2025", Certainty.Exact)]
    [InlineData("الشهر الماضي", "ar", "2026-10", Certainty.Exact)]
    [InlineData("last week", "en", "2026-11-XX", Certainty.About)]
    [InlineData("la semana pasada", "es", "2026-11-XX", Certainty.About)]
    [InlineData("last spring", "en", "2025-09/2026-05", Certainty.About)]
    [InlineData("l'été dernier", "fr", "2025-12/2026-08", Certainty.About)]
    [InlineData("winter 2025", "en", "2025-06/2026-02", Certainty.About)]
    [InlineData("no verão passado", "pt", "2025-12/2026-08", Certainty.About)]
    [InlineData("الربيع الماضي", "ar", "2026-03/2026-05", Certainty.About)]
    [InlineData("about March", "en", "2026-03~", Certainty.About)]
    [InlineData("around march 2025", "en", "2025-03~", Certainty.About)]
    [InlineData("a mediados de marzo", "es", "2026-03-XX", Certainty.About)]
    [InlineData("March, I think", "en", "2026-03?", Certainty.Guess)]
    [InlineData("maybe in April?", "en", "2026-04?", Certainty.Guess)]
    [InlineData("March", "en", "2026-03", Certainty.Exact)]
    [InlineData("May", "en", "2026-05", Certainty.Exact)]
    [InlineData("December", "en", "2025-12", Certainty.Exact)]
    [InlineData("marzo", "en", "2026-03", Certainty.Exact)]
    [InlineData("March last year", "en", "2025-03", Certainty.Exact)]
    [InlineData("since May", "en", "2026-05", Certainty.Exact)]
    [InlineData("depuis mai", "fr", "2026-05", Certainty.Exact)]
    [InlineData("before May 2026", "en", "../2026-05", Certainty.About)]
    [InlineData("قبل مايو", "ar", "../2026-05", Certainty.About)]
    [InlineData("between Feb and May", "en", "2026-02/2026-05", Certainty.About)]
    [InlineData("from February to May 2025", "en", "2025-02/2025-05", Certainty.About)]
    [InlineData("Feb-May", "en", "2026-02/2026-05", Certainty.About)]
    [InlineData("entre febrero y mayo", "es", "2026-02/2026-05", Certainty.About)]
    [InlineData("de fevereiro a maio", "pt", "2026-02/2026-05", Certainty.About)]
    [InlineData("بين فبراير ومايو", "ar", "2026-02/2026-05", Certainty.About)]
    [InlineData("from November to February", "en", "2025-11/2026-02", Certainty.About)]
    [InlineData("5 March 2026", "en", "2026-03-05", Certainty.Exact)]
    [InlineData("March 5th, 2026", "en", "2026-03-05", Certainty.Exact)]
    [InlineData("5 de marzo de 2026", "es", "2026-03-05", Certainty.Exact)]
    [InlineData("1er avril", "fr", "2026-04-01", Certainty.Exact)]
    [InlineData("le 5 décembre", "fr", "2025-12-05", Certainty.Exact)]
    [InlineData("٥ مارس ٢٠٢٦", "ar", "2026-03-05", Certainty.Exact)]
    [InlineData("٥ آذار", "ar", "2026-03-05", Certainty.Exact)]
    [InlineData("تشرين الأول 2025", "ar", "2025-10", Certainty.Exact)]
    [InlineData("في نيسان", "ar", "2026-04", Certainty.Exact)]
    [InlineData("last Monday", "en", "2026-11-16", Certainty.Exact)]
    [InlineData("el viernes", "es", "2026-11-20", Certainty.Exact)]
    [InlineData("early 2025", "en", "2025-01/2025-04", Certainty.About)]
    [InlineData("about 2024", "en", "2024-01/2024-12", Certainty.About)]
    [InlineData("2-3 weeks ago", "en", "2026-11-08", Certainty.About)]
    [InlineData("It started in January, after I moved out", "en", "2026-01", Certainty.Exact)]
    [InlineData("03/2026", "en", "2026-03", Certainty.Exact)]
    [InlineData("20/11", "en", "2026-11-20", Certainty.Exact)]
    [InlineData("3/12", "es", "2025-12-03", Certainty.Exact)]
    [InlineData("3 o 4 de mayo", "es", "2026-05-XX", Certainty.About)]
    [InlineData("5 March 25", "en", "2025-03-05", Certainty.Exact)]
    [InlineData("march 2026 at 10:30", "en", "2026-03", Certainty.Exact)]
    [InlineData("5 mars à 22h30", "fr", "2026-03-05", Certainty.Exact)]
    [InlineData("2023-2024", "en", "2023-01/2024-12", Certainty.About)]
    [InlineData("hace un año", "es", "2025-01/2025-12", Certainty.About)]
    public void Reads(string text, string language, string edtf, Certainty certainty)
    {
        var answer = Reader.Read(text, [language], Today);
        Assert.Equal(edtf, answer?.Edtf);
        Assert.Equal(certainty, answer?.Certainty);
    }

    [Theory]
    [InlineData("30 February 2026")]
    [InlineData("32 March 2026", "es")]
    [InlineData("5 Foo 2026")]
    [InlineData("30 de febrero de 2026", "es")]
    [InlineData("31 avril 2026", "fr")]
    [InlineData("31 de novembro de 2026", "pt")]
    [InlineData("٣٠ فبراير ٢٠٢٦", "ar")]
    [InlineData("twice in 2025, 3 times")]
    [InlineData("")]
    [InlineData("I don't know")]
    [InlineData("I may know him")]
    [InlineData("no")]
    [InlineData("7")]
    [InlineData("31/02/2026")]
    [InlineData("2026-13")]
    [InlineData("999999999999 years ago")]
    [InlineData("weeks")]
    [InlineData("3/12")]
    public void Does_not_guess_at(string text, string language = "en") => Assert.Null(Reader.Read(text, [language], Today));

    [Theory]
    [InlineData("tomorrow", "2026-11-23")]
    [InlineData("in 3 days", "2026-11-25")]
    [InlineData("5 December", "2026-12-05")]
    [InlineData("Monday", "2026-11-23")]
    [InlineData("March", "2027-03")]
    [InlineData("next month", "2026-12")]
    public void Looks_ahead_for_a_deadline(string text, string edtf) =>
        Assert.Equal(edtf, Reader.Read(text, ["en"], Today, ahead: true)?.Edtf);

    [Property(MaxTest = 300)]
    public bool Never_throws_and_gives_valid_dates_only(string? text, int day) =>
        Reader.Read(text ?? "", ["en"], DateOnly.FromDayNumber(Math.Abs(day % 3_000_000))) is not { } answer || Edtf.IsValid(answer.Edtf);

    [Property(MaxTest = 500)]
    public bool Any_words_of_dates_in_any_order_give_valid_dates_only(int seed, int day)
    {
        string[] words = ["last", "May", "March", "winter", "week", "29", "31", "2 years", "ago", "since", "2024", "1/2/2024", "to", "and", "before", "next", "Feb", "1000", "Monday", "early", "-", "hace", "قبل", "about", "?", "in", "months"];
        var random = new Random(seed);
        var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)]));
        var today = new DateOnly(1901, 1, 1).AddDays(Math.Abs(day % 72_000));
        return new[] { "en", "ar", "es" }.All(l => Reader.Read(text, [l], today, seed % 2 == 0) is not { } answer || Edtf.IsValid(answer.Edtf));
    }
}
