using RemedyBot.Localization.Dates;

namespace RemedyBot.Tests.Localization.Dates;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-03-31")]
    [InlineData("2026-03?")]
    [InlineData("2026-03~")]
    [InlineData("2026-03-XX")]
    [InlineData("2026-02/2026-05")]
    [InlineData("../2026-05")]
    public void Accepts_the_forms_of_the_case_summary(string text) => Assert.True(Edtf.IsValid(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-02-30")]
    [InlineData("2026?")]
    [InlineData("2026-03-05~")]
    [InlineData("2026-XX")]
    [InlineData("2026-03-xx")]
    [InlineData("2026-05/2026-02")]
    [InlineData("2026-05/..")]
    [InlineData("../2026")]
    [InlineData("2026-03%")]
    [InlineData("٢٠٢٦")]
    [InlineData(" 2026")]
    public void Refuses_everything_else(string? text) => Assert.False(Edtf.IsValid(text));
}
