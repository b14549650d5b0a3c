using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Remedy.Redaction;

namespace RemedyBot.Tests.Remedy;

public class RedactionTests
{
    private static readonly Finder Finder = new(Content.Names);
    private static readonly Dictionary<FindKind, string> Marks = new()
    {
        [FindKind.Link] = "link",
        [FindKind.Mail] = "e-mail",
        [FindKind.Phone] = "phone",
        [FindKind.Handle] = "account",
        [FindKind.Address] = "address",
        [FindKind.Name] = "name",
        [FindKind.Word] = "word",
    };

    [Theory]
    [InlineData("My ex Mark Dawson wrote to me.", "Name:Mark Dawson")]
    [InlineData("my name is zola and I am scared", "Name:zola")]
    [InlineData("Yesterday I saw Brigitta there.", "Name:Brigitta")]
    [InlineData("Se llama Luis García y vive en la calle Mayor 12, Madrid.", "Name:Luis García|Address:calle Mayor 12, Madrid")]
    [InlineData("Mon ex Jean-Luc habite 12 rue des Lilas.", "Name:Jean-Luc|Address:12 rue des Lilas")]
    [InlineData("Meu chefe João da Silva mora na Rua Augusta, 100.", "Name:João da Silva|Address:Rua Augusta, 100")]
    [InlineData("اسمه أحمد وهو يلاحقني", "Name:أحمد")]
    [InlineData("He lives at 45 Baker Street.", "Address:45 Baker Street")]
    [InlineData("Call me at +44 20 7946 0958 please", "Phone:+44 20 7946 0958")]
    [InlineData("His account is @bad.guy_1 on Instagram.", "Handle:@bad.guy_1")]
    [InlineData("Write to ana.p@example.org.", "Mail:ana.p@example.org")]
    [InlineData("It is at https://t.me/some/17?x=1.", "Link:https://t.me/some/17?x=1")]
    [InlineData("see instagram.com/someone now", "Link:instagram.com/someone")]
    [InlineData("On Monday in March I told my boss on WhatsApp.", "")]
    [InlineData("I am afraid. He has pictures of me since 2026-03-01.", "")]
    public void Finds_what_tells_who_someone_is(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Finder.Find(text, "GB").Select(f => $"{f.Kind}:{f.Text}")));

    [Fact]
    public void Local_numbers_are_found_with_the_country()
    {
        Assert.Equal("612 34 56 78", Assert.Single(Finder.Find("Llámame al 612 34 56 78.", "ES")).Text);
        Assert.Equal("٠٥٠١٢٣٤٥٦٧", Assert.Single(Finder.Find("رقمه ٠٥٠١٢٣٤٥٦٧", "SA")).Text);
    }

    [Fact]
    public void One_thing_is_found_once_with_every_place()
    {
        var find = Assert.Single(Finder.Find("Marcela wrote. MARCELA called. I told marcela no.", null));
        Assert.Equal([0, 15, 38], find.Spans.Select(s => s.Start));
    }

    [Fact]
    public void Masks_only_what_was_chosen_and_what_the_person_names()
    {
        const string text = "Marcela and Tobias came. Marcela  said: the Lighthouse café, or lighthouse?";
        var finds = Finder.Find(text, null).Where(f => f.Text == "Marcela").ToList();
        Assert.Equal("[name 1] and Tobias came. [name 1]  said: the [word 1] café, or [word 1]?", Masking.Mask(text, finds, ["Lighthouse"], Marks));
    }

    [Fact]
    public void A_mark_never_repeats_the_word_it_hides() =>
        Assert.Equal("The [1] is secret.", Masking.Mask("The word is secret.", [], ["word"], Marks));

    [Fact]
    public void Arabic_words_with_a_prefix_are_masked_too() =>
        Assert.Equal("قلت له و[name 1]", Masking.Mask("قلت له وأحمد", [new Find(FindKind.Name, "أحمد", [])], [], Marks));

    [Fact]
    public void The_summary_is_masked_wherever_words_may_leave()
    {
        var summary = new ASummary().Told("/statement/original", "My ex Mark came").Told("/statement/short_reason", "Mark hurt me").Build();
        var masked = Masking.Mask(summary, Finder.Find("My ex Mark came", null), [], Marks);
        Assert.Equal(("My ex [name 1] came", "[name 1] hurt me"), (masked.Statement!.Original!.Text, masked.Statement.ShortReason));
    }

    [Property(MaxTest = 300)]
    public Property Masked_text_holds_no_find_and_the_rest_is_untouched() => Prop.ForAll(Texts().ToArbitrary(), text =>
    {
        var finds = Finder.Find(text, "ES");
        var masked = Masking.Mask(text, finds, [], Marks);
        foreach (var find in finds)
            Assert.DoesNotContain(find.Text, masked, StringComparison.Ordinal);
        // What stands between the marks stands in the text too, in the same order.
        var at = 0;
        foreach (var piece in System.Text.RegularExpressions.Regex.Split(masked, @"\[(?:link|e-mail|phone|account|address|name) \d+\]"))
        {
            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, piece);
            at = found + piece.Length;
        }
        Assert.Equal(text, Masking.Mask(text, [], [], Marks));
        return true;
    });

    private static Gen<string> Texts() => Gen.Elements(
            "my name is Zoë", "Luis García", "se llama ana", "@who.ever", "https://x.com/a?b=1", "612345678", "+34 612 345 678", "a@b.org",
            "calle Mayor 12", "\n", ". ", ", ", "I was scared", "tenía miedo", "أحمد", "🙂", "é\u0301", "12 rue de la Paix", "Émilie", "ÉMILIE", "\ud83d")
        .NonEmptyListOf().Select(parts => string.Join(" ", parts));
}
