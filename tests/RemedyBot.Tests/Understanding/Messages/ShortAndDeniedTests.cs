using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class ShortAndDeniedTests
{
    [Theory]
    [InlineData("hacked", "sec.account")]
    [InlineData("got hacked", "sec.account")]
    [InlineData("i got hacked", "sec.account")]
    [InlineData("hacked 😭", "sec.account")]
    [InlineData("😭 hacked", "sec.account")]
    [InlineData("me hackearon", "sec.account")]
    [InlineData("взломали", "sec.account")]
    [InlineData("scam", "econ.fraud")]
    [InlineData("estafa", "econ.fraud")]
    [InlineData("sextortion", "ibsa.threat")]
    [InlineData("шантаж", "ibsa.threat")]
    [InlineData("deepfake", "ibsa.synthetic")]
    [InlineData("hate speech", "abuse.hate")]
    [InlineData("bullied", "child.bullying")]
    public void A_word_or_two_are_enough(string text, string harm) => Assert.Equal(harm, TheModel.Reader.Read(text).Labels[0].Harm);

    [Theory]
    [InlineData("nobody has my password, i just want a stronger one")]
    [InlineData("not hacked")]
    [InlineData("nobody posted my photos, i checked")]
    [InlineData("no me estafaron, me devolvieron la plata")]
    [InlineData("personne n'a mon mot de passe")]
    [InlineData("لا أحد لديه كلمة السر")]
    [InlineData("телефон не украли, нашла под диваном")]
    [InlineData("hesabım çalınmadı, parolayı unuttum")]
    public void What_is_denied_is_not_suggested(string text) => Assert.Empty(TheModel.Reader.Read(text).Labels);

    [Theory]
    [InlineData("nobody has my password but they still post as me", "sec.account")]
    [InlineData("i never shared them but my nudes are out", "ibsa.ncii")]
    [InlineData("no le di la clave a nadie y me hackearon la cuenta", "sec.account")]
    public void A_denial_beside_a_harm_hides_nothing(string text, string harm) => Assert.Equal(harm, TheModel.Reader.Read(text).Labels[0].Harm);

    [Theory]
    [InlineData("sos")]
    [InlineData("being stalked")]
    [InlineData("النجدة")]
    [InlineData("7ay2telni law 3eref")]
    public void Danger_in_a_few_listed_words_is_told(string text) => Assert.Contains(Signal.Danger, TheModel.Reader.Read(text).Signals);

    [Theory]
    [InlineData("how many paracetamol is too many")]
    [InlineData("whats the least painful way")]
    [InlineData("cuántas pastillas hacen falta para morir")]
    [InlineData("combien de doliprane pour mourir")]
    [InlineData("quantos comprimidos pra morrer")]
    [InlineData("كم حبة تكفي عشان أموت")]
    [InlineData("kitni goli khane se mar jate")]
    [InlineData("vidonge vingapi vinaua")]
    [InlineData("berapa butir paracetamol sampai mati")]
    [InlineData("сколько таблеток смертельно")]
    [InlineData("kaç hap içersem ölürüm")]
    [InlineData("kitni neend ki goli khane se mar jate hai")]
    [InlineData("kaç tane parol alırsam ölürüm")]
    public void A_question_about_a_deadly_dose_is_heard_at_once(string text) => Assert.Contains(Signal.SelfHarm, TheModel.Reader.Hear(text).Firm);

    [Theory]
    [InlineData("byedrobni, hala2 3am bydawer 3layi bel bet")]
    [InlineData("hadadni bel sekkin")]
    [InlineData("wallah 2alli ra7 yedba7ni eza b7ki ma3 7ada, 3endo sle7 w b3aref wen sakne")]
    [InlineData("jaan ka khatra hai")]
    [InlineData("tezaab se jala dega bol raha")]
    [InlineData("كاتبلي والله هدبحك لو ما رديتي")]
    public void Danger_in_latin_letters_is_told(string text) => Assert.Contains(Signal.Danger, TheModel.Reader.Read(text).Signals);

    [Theory]
    [InlineData("j'ai 38 ans")]
    [InlineData("tenho 38 anos")]
    [InlineData("мне 38")]
    [InlineData("18 years old")]
    [InlineData("nina miaka 41")]
    [InlineData("I'm 45 and my account was hacked")]
    [InlineData("tengo 52 años y me hackearon el correo")]
    [InlineData("j'ai 45 ans et on a piraté mon compte")]
    [InlineData("tenho 45 anos e hackearam minha conta")]
    [InlineData("عمري 45 سنة وحسابي تهكر")]
    [InlineData("meri umar 45 saal hai aur mera account hack ho gaya")]
    [InlineData("nina miaka 45 na akaunti yangu imedukuliwa")]
    [InlineData("umur saya 45 tahun, akun saya diretas")]
    [InlineData("мне 45 лет, мой аккаунт взломали")]
    [InlineData("45 yaşındayım, hesabım çalındı")]
    public void The_age_of_an_adult_is_no_sign_of_a_child(string text) => Assert.DoesNotContain(Signal.Minor, TheModel.Reader.Read(text).Signals);

    [Theory]
    [InlineData("im 16 and someone posted my pics")]
    [InlineData("tengo 15 años y un tipo me amenaza")]
    [InlineData("I'm 45, my daughter is 12 and a man asks her for photos")]
    [InlineData("tengo 40 años, a mi hijo de 11 lo insultan en el grupo de clase")]
    [InlineData("мне 38, дочке 12, взрослый мужчина просит у нее фото")]
    [InlineData("45 yaşındayım, kızım 11 yaşında, bir adam fotoğraf istiyor")]
    public void A_childs_age_is_told_beside_any_other(string text) => Assert.Contains(Signal.Minor, TheModel.Reader.Read(text).Signals);

    [Theory]
    [InlineData("they wrote lies about me")]
    [InlineData("they tell lies about me online")]
    public void Lies_alone_are_no_arrest(string text) => Assert.Empty(TheModel.Reader.Hear(text).Firm);

    [Theory]
    [InlineData("somewhere on facebook")]
    [InlineData("en instagram creo")]
    [InlineData("pelo instagram")]
    [InlineData("instagramda")]
    public void The_name_of_a_platform_alone_is_no_harm(string text) => Assert.Empty(TheModel.Reader.Read(text).Labels);

    [Fact]
    public void What_was_denied_in_one_language_is_learned_for_another()
    {
        HashSet<Signal> signals = [];
        string[] happened = ["they took my account", "my account is gone now", "someone stole the account", "account stolen today", "i lost the account to him"];
        string[] denied = ["nobody took my account", "my account is never gone", "no one stole the account", "account not stolen today", "never lost the account to him"];
        IEnumerable<Example> By(string author) =>
        [
            .. happened.Select(text => new Example($"{text} {author}", "en", author, ["sec.account"], signals, false)),
            .. denied.Select(text => new Example($"{text} {author}", "en", author, [], signals, true)),
        ];
        ConceptList[] concepts =
        [
            ConceptList.Read("en", "account: [account]\ntake: [took, gone, stole, stolen, lost]\ndenial: [nobody, never, no one, not]"),
            ConceptList.Read("fr", "account: [compte]\ntake: [volé, pris, perdu]\ndenial: [personne, jamais, pas]"),
        ];
        var course = new Course([.. By("ann"), .. By("bob"), new Example("bonjour", "fr", "eve", [], signals, true), new Example("le compte volé", "fr", "eve", ["sec.account"], signals, false)], [], concepts, ["sec.account"], []);
        var reader = new MessageReader(course.Learn(_ => { }).Model, SignalFinder.From([]));

        double Share(string text) => reader.Read(text, "fr").Labels is [var first, ..] ? first.Score : 0;

        Assert.True(Share("mon compte pris") > Share("mon compte jamais pris"), $"{Share("mon compte pris")} against {Share("mon compte jamais pris")}");
    }
}
