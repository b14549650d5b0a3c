using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Tests.Channels.Sms;

/// <summary>Sizes as 3GPP TS 23.038 and 23.040 give them: 160 and 153 places of seven bits, 70 and 67 of sixteen.</summary>
public sealed class SmsPartsTests
{
    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('a', 1530, 10)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('ع', 70, 1)]
    [InlineData('ع', 71, 2)]
    [InlineData('ع', 134, 2)]
    [InlineData('ع', 135, 3)]
    public void Counts_parts_as_the_network_does(char letter, int many, int parts) => Assert.Equal(parts, SmsParts.Count(new string(letter, many)));

    [Fact]
    public void An_escape_is_not_parted_from_its_letter()
    {
        // 152 places, then two that do not fit the 153rd alone: the part ends one early.
        var text = new string('a', 152) + "{" + new string('a', 152);
        Assert.Equal(306, text.Sum(Gsm7.PlacesOf));
        Assert.Equal(3, SmsParts.Count(text));
    }

    [Fact]
    public void A_pair_is_not_parted() => Assert.Equal(3, SmsParts.Count(new string('ع', 66) + "😀" + new string('ع', 66)));

    [Fact]
    public void One_letter_outside_makes_all_of_it_sixteen_bits()
    {
        Assert.Equal(1, SmsParts.Count(new string('a', 100)));
        Assert.Equal(2, SmsParts.Count(new string('a', 100) + "ê"));
    }

    [Theory]
    [InlineData("It’s “fine” – go on… ⁨now⁩", "It's \"fine\" - go on... now")]
    [InlineData("C’est reçu", "C’est reçu")]
    [InlineData("⁨2⁩ رسائل", "⁨2⁩ رسائل")]
    public void Plainer_signs_are_used_where_they_save_the_alphabet_and_only_there(string written, string sent) => Assert.Equal(sent, Gsm7.Plain(written));

    [Fact]
    public void The_whole_alphabet_is_there_once()
    {
        var letters = Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => Gsm7.PlacesOf(c) > 0).ToList();
        Assert.Equal(127, letters.Count(c => Gsm7.PlacesOf(c) == 1));
        Assert.Equal(10, letters.Count(c => Gsm7.PlacesOf(c) == 2));
    }

    [Property]
    public Property A_longer_text_never_takes_fewer_parts() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (a, b) => SmsParts.Count(a.Get + b.Get) >= SmsParts.Count(a.Get));

    [Property]
    public Property What_fits_one_part_has_no_more_places_than_it_holds() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var sent = Gsm7.Plain(text.Get);
        var places = SmsParts.AlphabetOf(sent) is SmsAlphabet.Gsm7 ? (sent.Sum(Gsm7.PlacesOf), 160) : (sent.Length, 70);
        return (SmsParts.Count(text.Get) == 1) == (places.Item1 <= places.Item2);
    });
}
