using RemedyBot.Dialogs.Model;
using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Spans;

namespace RemedyBot.Tests.Understanding.Spans;

public sealed class RelationTests
{
    private static readonly string[] Languages = ["en", "es", "fr", "pt", "ar", "hi", "sw", "id", "ru", "tr"];

    private static string Found(string language, string text) => string.Join(' ', TheModel.Content.Relations.Find(text, language));

    [Theory]
    [InlineData("en", "ex posted my pics and now my boss saw", "ex employer")]
    [InlineData("en", "My Ex-Husband's new girlfriend", "ex partner")]
    [InlineData("en", "some random guy i met on tinder", "stranger online_contact")]
    [InlineData("en", "a kid from my school, my best friend and a cop", "schoolmate friend authority")]
    [InlineData("en", "my mother in law and my coworker", "family colleague")]
    [InlineData("es", "mi exnovio y mi jefe", "ex employer")]
    [InlineData("es", "un compañero de mi clase, mi mejor amiga y un desconocido", "schoolmate friend stranger")]
    [InlineData("es", "mi marido y mi suegra", "partner family")]
    [InlineData("fr", "mon ex et ma patronne", "ex employer")]
    [InlineData("fr", "mon copain, un mec de mon lycée et un inconnu", "partner schoolmate stranger")]
    [InlineData("pt", "meu ex namorado e o meu chefe", "ex employer")]
    [InlineData("pt", "um cara que conheci no tinder e a polícia", "online_contact authority")]
    [InlineData("ar", "طليقي نشر صوري وزوجي شاف", "ex partner")]
    [InlineData("ar", "مديري في الشغل وزميلي", "employer colleague")]
    [InlineData("ar", "صاحبتي وواحد مجهول", "friend stranger")]
    [InlineData("hi", "मेरे पति और बॉस", "partner employer")]
    [InlineData("hi", "mera ex bf aur mera bhai", "ex family")]
    [InlineData("hi", "school ke ladke aur ek anjaan", "schoolmate stranger")]
    [InlineData("sw", "mume wangu wa zamani na bosi", "ex employer")]
    [InlineData("sw", "rafiki yangu na polisi", "friend authority")]
    [InlineData("id", "mantan pacarku sama bos", "ex employer")]
    [InlineData("id", "temen sekelas dan orang tak dikenal", "schoolmate stranger")]
    [InlineData("ru", "бывший муж и начальник", "ex employer")]
    [InlineData("ru", "одноклассники и моя подруга", "schoolmate friend")]
    [InlineData("ru", "познакомилась в интернете с незнакомцем", "online_contact stranger")]
    [InlineData("tr", "eski sevgilim ve patronum", "ex employer")]
    [InlineData("tr", "erkek arkadaşım, sınıf arkadaşım ve kocam", "partner schoolmate")]
    [InlineData("tr", "instagramdan tanıştığım biri", "online_contact")]
    public void Finds_who_somebody_is_in_each_language(string language, string text, string relations) => Assert.Equal(relations, Found(language, text));

    [Theory]
    [InlineData("en", "it was not my ex")]
    [InlineData("en", "nobody has my password")]
    [InlineData("en", "their privacy policy is an example")]
    [InlineData("es", "no es mi ex")]
    [InlineData("es", "estos son los que es")]
    [InlineData("ru", "они видели друг друга")]
    [InlineData("xx", "my ex")]
    [InlineData("en", "")]
    public void Says_nothing_where_nobody_is_named_or_it_is_denied(string language, string text) => Assert.Equal("", Found(language, text));

    [Fact]
    public void Every_language_has_words_for_every_relation_and_no_others()
    {
        var asked = ((Ask)TheModel.Content.Dialogs.Dialogs.Step("person/relation")!).Options.Select(o => o.Value).Where(v => v != "unknown").Order(StringComparer.Ordinal).ToList();

        foreach (var list in Lists())
        {
            Assert.Equal(asked, list.Relations.Keys.Order(StringComparer.Ordinal));
            Assert.All(list.Relations.Values, phrases => Assert.NotEmpty(phrases));
            Assert.Equal(["times", "words"], list.Money.Keys.Order(StringComparer.Ordinal));
        }

        Assert.Equal(Languages.Order(StringComparer.Ordinal), Lists().Select(l => l.Language).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_phrase_can_be_used() => Assert.Empty(TheModel.Content.Relations.Problems);

    [Fact]
    public void A_phrase_that_breaks_the_syntax_is_told_of()
    {
        var finder = new RelationFinder([WordListReader.Read("en", "relations: {ex: [\"(my\", ex]}")]);

        Assert.Equal("pattern", Assert.Single(finder.Problems).Code);
        Assert.Equal(["ex"], finder.Find("my ex", "en"));
    }

    private static IReadOnlyList<WordLists> Lists() => RemedyBot.Composition.LoadedContent.Lists(TheModel.Content.Folder);
}
