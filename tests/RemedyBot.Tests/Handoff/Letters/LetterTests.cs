using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Letters;

public sealed class LetterTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task The_box_key_opens_a_letter_and_nothing_else_does()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = OpeningKey.Create();
        using var other = OpeningKey.Create();
        var box = new BoxAddress("AAAAAAAAAAAAAAAAAAAAAA", key.Public.ToJwk());
        var note = new Note(HandoffState.Answered, "RB-ABCDEFGHIJ", "نحن هنا. We are here.", Day);
        await desk.Vault.Letters.WriteAsync(LetterSeal.Seal(note, box, Day.AddDays(9)), default);

        var letter = Assert.Single(await desk.Vault.Letters.ReadAsync(box.IdBytes(), default));
        Assert.Equal(note, LetterSeal.Open(letter, key, box.Id));
        Assert.Null(LetterSeal.Open(letter, other, box.Id));
        Assert.Null(LetterSeal.Open(letter, key, "BAAAAAAAAAAAAAAAAAAAAA"));
    }

    [Fact]
    public void The_header_of_a_letter_names_nobody()
    {
        using var key = OpeningKey.Create();
        var box = new BoxAddress("AAAAAAAAAAAAAAAAAAAAAA", key.Public.ToJwk());
        var draft = LetterSeal.Seal(new Note(HandoffState.Delivered, "RB-ABCDEFGHIJ", null, Day), box, Day);
        Assert.Equal(["alg", "enc", "epk"], Jose.JWT.Headers(draft.Jwe).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Letters_of_all_lengths_are_as_long_as_one_another()
    {
        using var key = OpeningKey.Create();
        var box = new BoxAddress("AAAAAAAAAAAAAAAAAAAAAA", key.Public.ToJwk());
        int Length(string? text) => LetterSeal.Seal(new Note(HandoffState.Answered, "RB-ABCDEFGHIJ", text, Day), box, Day).Jwe.Length;
        Assert.InRange(Math.Abs(Length(null) - Length(new string('x', 2_000))), 0, 3);
    }

    [Fact]
    public void The_longest_answer_in_any_script_fits_one_row()
    {
        using var key = OpeningKey.Create();
        var box = new BoxAddress("AAAAAAAAAAAAAAAAAAAAAA", key.Public.ToJwk());
        var draft = LetterSeal.Seal(new Note(HandoffState.Answered, "RB-ABCDEFGHIJ", new string('한', Note.LongestText), Day), box, Day);
        Assert.InRange(draft.Jwe.Length, 1, 64_000);
    }
}
