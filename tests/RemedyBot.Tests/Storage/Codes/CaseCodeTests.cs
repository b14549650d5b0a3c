using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Storage.Codes;

namespace RemedyBot.Tests.Storage.Codes;

public class CaseCodeTests
{
    private static readonly Gen<byte[]> Digits = Gen.ArrayOf(Gen.Choose(0, 9).Select(digit => (byte)digit), 24);

    [Fact]
    public void Damm_agrees_with_its_published_example() => Assert.Equal(4, Damm.CheckDigit([5, 7, 2]));

    [Property]
    public Property Damm_catches_every_wrong_digit() => Prop.ForAll(
        Digits.ToArbitrary(), Gen.Choose(0, 24).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (digits, at, by) =>
        {
            byte[] whole = [.. digits, Damm.CheckDigit(digits)];
            whole[at] = (byte)((whole[at] + by) % 10);
            return !Damm.Holds(whole);
        });

    [Property]
    public Property Damm_catches_every_swap_of_neighbours() => Prop.ForAll(
        Digits.ToArbitrary(), Gen.Choose(0, 23).ToArbitrary(), (digits, at) =>
        {
            byte[] whole = [.. digits, Damm.CheckDigit(digits)];
            (whole[at], whole[at + 1]) = (whole[at + 1], whole[at]);
            return Damm.Holds(whole) == (whole[at] == whole[at + 1]);
        });

    [Theory]
    [InlineData("12345 67890 12345 67890 1234")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("12345 67890 x2345 67890 12345")]
    [InlineData("")]
    public void What_has_another_length_or_other_signs_is_no_code(string typed) => Assert.Null(CaseCode.Read(typed));

    [Property]
    public Property It_is_read_among_other_words() => Prop.ForAll(Digits.ToArbitrary(), Gen.Elements("my code is {0}", "code: {0}.", "I have a code {0}, please", "رمزي هو {0}", "{0} is it").ToArbitrary(), (digits, sentence) =>
    {
        var whole = string.Concat(digits.Append(Damm.CheckDigit(digits)));
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, string.Join(' ', whole.Chunk(5).Select(group => new string(group))));
        using var code = CaseCode.Read(typed);
        return code is not null && CaseCode.IsMeant(typed) && CaseCode.IsNear(typed) && code.ToDisplay().Replace(" ", "", StringComparison.Ordinal) == whole;
    });

    [Theory]
    [InlineData("My account is PL61 1090 1014 0000 0712 1981 2874 and they took 250 from it")]
    [InlineData("Call +34 612 345 678 or 0034 699 888 777 on 2026-11-22 at 10:30")]
    [InlineData("number 12345 67890 12345 67890 12345 of a form")]
    public void Other_numbers_among_words_are_no_code(string typed) => Assert.False(CaseCode.Read(typed) is not null || CaseCode.IsMeant(typed) || CaseCode.IsNear(typed));

    [Theory]
    [InlineData("12345-67890-12345-67890-12345")]
    [InlineData("1234567890123456789012345")]
    [InlineData("١٢٣٤٥ ٦٧٨٩٠ ١٢٣٤٥ ٦٧٨٩٠ ١٢٣٤٥")]
    [InlineData("१२३४५६७८९०१२३४५६७८९०१२३४५")]
    [InlineData("１２３４５　６７８９０　１２３４５　６７８９０　１２３４５")]
    [InlineData("\u206812345\u00a067890\u2013 12345\u200b67890\r\n12345\u2069")]
    [InlineData("𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐𝟑𝟒𝟓")]
    public void Digits_of_any_script_with_any_spaces_and_hyphens_are_read(string typed)
    {
        using var code = CaseCode.Read(typed);
        Assert.Equal("12345 67890 12345 67890 12345", code?.ToDisplay());
        Assert.Equal("12345", code?.Lookup);
    }

    [Fact]
    public void The_longer_form_is_told_by_its_length()
    {
        using var code = CaseCode.Read("00000 12345 11111 11111 11111 11110");
        Assert.Equal("0000012345", code?.Lookup);
        Assert.NotEqual(CaseCode.RowIdOf("12345"), code?.RowId);
    }

    [Theory]
    [InlineData("12345 67890 12345 67890 1234", true)]
    [InlineData("12345 67890 12345 67890 123456", true)]
    [InlineData("I2345 6789O 12345 67890 12345", true)]
    [InlineData("١٢٣٤٥-٦٧٨٩٠-١٢٣٤٥-٦٧٨٩", true)]
    [InlineData("+49 1512 3456789", false)]
    [InlineData("he wrote 12345 67890 12345 67890", false)]
    [InlineData("2", false)]
    [InlineData("", false)]
    public void A_code_with_a_slip_in_it_is_told_from_other_words(string typed, bool meant) => Assert.Equal(meant, CaseCode.IsMeant(typed));

    [Theory]
    [InlineData("123", true)]
    [InlineData("12345 67890 12345", true)]
    [InlineData("my code", false)]
    [InlineData("call 112 for me", false)]
    public void Where_one_is_asked_for_a_few_digits_are_a_try(string typed, bool tried) => Assert.Equal(tried, CaseCode.IsTried(typed));

    [Fact]
    public void Its_text_form_tells_nothing()
    {
        using var code = CaseCode.Read("1234567890123456789012345")!;
        Assert.DoesNotContain("1", code.ToString(), StringComparison.Ordinal);
    }
}
