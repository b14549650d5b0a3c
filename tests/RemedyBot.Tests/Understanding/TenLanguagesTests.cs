using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

/// <summary>Negation, reported speech, conditions and past events, in every language that is understood, by the lists alone: they are the floor.</summary>
public sealed class TenLanguagesTests
{
    private static IReadOnlySet<Signal> Heard(string text) => TheModel.Content.Signals.Find(text);

    [Theory]
    [InlineData("en", "he is not going to kill me")]
    [InlineData("en", "nobody is outside my door")]
    [InlineData("es", "no me va a matar")]
    [InlineData("es", "nadie está en mi puerta")]
    [InlineData("fr", "il ne va pas me tuer")]
    [InlineData("fr", "je ne suis pas en danger")]
    [InlineData("pt", "ele não vai me matar")]
    [InlineData("pt", "não estou em perigo")]
    [InlineData("ar", "ما راح يقتلني")]
    [InlineData("ar", "لست في خطر")]
    [InlineData("hi", "उसके पास चाकू नहीं है")]
    [InlineData("hi", "usne mujhe jaan se maarne ki dhamki nahi di")]
    [InlineData("sw", "hakuna mtu amesimama mlangoni")]
    [InlineData("sw", "sio kweli kwamba ataniua")]
    [InlineData("id", "dia tidak bawa pisau")]
    [InlineData("id", "saya tidak pernah dipukul")]
    [InlineData("ru", "он меня не убьет")]
    [InlineData("ru", "никто меня не избил")]
    [InlineData("tr", "beni öldürmeyecek")]
    [InlineData("tr", "kapıda kimse yok")]
    public void What_is_plainly_not_so_is_no_danger(string language, string text) => Assert.False(Heard(text).Contains(Signal.Danger), language);

    [Theory]
    [InlineData("en", "he said he would kill me")]
    [InlineData("en", "my sister told me that he has a gun")]
    [InlineData("en", "if I leave him he will kill me")]
    [InlineData("es", "dijo que me va a matar")]
    [InlineData("es", "si lo dejo me mata")]
    [InlineData("fr", "il a dit qu'il va me tuer")]
    [InlineData("fr", "si je pars il va me tuer")]
    [InlineData("pt", "ele falou que vai me matar")]
    [InlineData("pt", "se eu sair ele me mata")]
    [InlineData("ar", "قال إنه راح يقتلني")]
    [InlineData("ar", "لو تركته يقتلني")]
    [InlineData("hi", "उसने कहा जान से मार दूंगा")]
    [InlineData("hi", "usne bola ki maar dalunga")]
    [InlineData("sw", "alisema ataniua")]
    [InlineData("sw", "nikiondoka ataniua")]
    [InlineData("id", "katanya dia mau bunuh aku")]
    [InlineData("id", "kalau aku pergi dia ancam bunuh aku")]
    [InlineData("ru", "он сказал что убьет меня")]
    [InlineData("ru", "если уйду он меня убьет")]
    [InlineData("tr", "beni öldüreceğini söyledi")]
    [InlineData("tr", "ayrılırsam öldürürüm dedi")]
    public void Reported_speech_and_conditions_are_heard(string language, string text) => Assert.True(Heard(text).Contains(Signal.Danger), language);

    [Theory]
    [InlineData("en", "last year he tried to kill me")]
    [InlineData("es", "el año pasado intentó matarme")]
    [InlineData("fr", "l'année dernière il a essayé de me tuer")]
    [InlineData("pt", "ano passado ele tentou me matar")]
    [InlineData("ar", "السنة الماضية حاول يقتلني")]
    [InlineData("hi", "पिछले साल उसने मेरा गला दबाया")]
    [InlineData("sw", "mwaka jana alinipiga")]
    [InlineData("id", "tahun lalu aku dipukul dia")]
    [InlineData("ru", "в прошлом году он меня избил")]
    [InlineData("tr", "geçen yıl beni dövdü")]
    public void What_was_done_before_is_heard_too(string language, string text) => Assert.True(Heard(text).Contains(Signal.Danger), language);

    [Theory]
    [InlineData("en", "I do not want to kill myself but I might")]
    [InlineData("en", "two years ago I wanted to kill myself")]
    [InlineData("es", "ya no quiero vivir")]
    [InlineData("es", "hace dos años me quise matar")]
    [InlineData("fr", "je ne veux plus vivre")]
    [InlineData("fr", "j'ai voulu me suicider l'an dernier")]
    [InlineData("pt", "não quero mais viver")]
    [InlineData("pt", "ano passado eu quis me matar")]
    [InlineData("ar", "لا أريد أن أعيش")]
    [InlineData("ar", "السنة الماضية فكرت بالانتحار")]
    [InlineData("hi", "मैं आत्महत्या नहीं करना चाहती पर सोचती हूं")]
    [InlineData("hi", "jeena nahi chahti")]
    [InlineData("sw", "sitaki kuishi tena")]
    [InlineData("sw", "mwaka jana nilitaka kujiua")]
    [InlineData("id", "aku tidak mau hidup lagi")]
    [InlineData("id", "dulu aku pernah mau bunuh diri")]
    [InlineData("ru", "я не хочу больше жить")]
    [InlineData("ru", "год назад хотела покончить с собой")]
    [InlineData("tr", "yaşamak istemiyorum")]
    [InlineData("tr", "geçen sene intihar etmek istedim")]
    public void A_not_or_a_past_never_cancels_selfharm(string language, string text) => Assert.True(Heard(text).Contains(Signal.SelfHarm), language);

    [Theory]
    [InlineData("en", "I was never arrested")]
    [InlineData("es", "nunca me detuvieron")]
    [InlineData("fr", "je n'ai jamais été arrêté")]
    [InlineData("pt", "nunca fui preso")]
    [InlineData("ar", "لم يتم اعتقالي")]
    public void Nobody_is_in_custody_who_says_never(string language, string text) => Assert.False(Heard(text).Contains(Signal.Custody), language);

    [Theory]
    [InlineData("he wants custody of our kids", false)]
    [InlineData("custody battle", false)]
    [InlineData("I lost custody", false)]
    [InlineData("he threatens to get custody if I leave", false)]
    [InlineData("वह बच्चों की कस्टडी चाहता है", false)]
    [InlineData("my brother is in custody since friday", true)]
    [InlineData("they took him into custody", true)]
    [InlineData("पुलिस कस्टडी में है", true)]
    [InlineData("mera bhai custody mein hai", true)]
    public void Custody_of_children_is_no_arrest_and_no_danger(string text, bool arrest)
    {
        Assert.Equal(arrest, Heard(text).Contains(Signal.Custody));
        Assert.DoesNotContain(Signal.Danger, Heard(text));
    }

    [Theory]
    [InlineData("ru", "муж читает все мои сообщения", Signal.Spyware)]
    [InlineData("ru", "меня задержали за пост, завтра допрос", Signal.Custody)]
    [InlineData("tr", "kocam telefonuma bisey yuklemis", Signal.Spyware)]
    [InlineData("tr", "karakoldayim tweet yuzunden", Signal.Custody)]
    [InlineData("hi", "pati ne phone me kuch daal diya hai sab pata chal jata", Signal.Spyware)]
    [InlineData("hi", "police ne phone le liya aur password mangwaya", Signal.Custody)]
    [InlineData("id", "mantan selalu tau aku dimana", Signal.Spyware)]
    [InlineData("id", "hp aku disita polisi", Signal.Custody)]
    [InlineData("sw", "bado anajua niko wapi kila saa", Signal.Spyware)]
    [InlineData("sw", "polisi wamechukua simu yangu", Signal.Custody)]
    public void A_watched_device_and_an_arrest_are_heard(string language, string text, Signal signal) => Assert.True(Heard(text).Contains(signal), language);
}
