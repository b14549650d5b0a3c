namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>Languages that share words or letters with one of the ten.</summary>
public sealed class NeighbourTests
{
    [Theory]
    [InlineData("مجھے سمجھ نہیں آ رہی کہ میرا پاسورڈ کس نے بدلا")]
    [InlineData("کسی گوشی من را برداشته و رمزش را می‌خواهد")]
    [InlineData("моя подруга отримує погрози, куди звернутися")]
    [InlineData("бившият ми приятел ме следи и не знам какво да направя")]
    [InlineData("бивши дечко ме прати и не знам шта да радим")]
    [InlineData("मेरो साथीको खाता कसैले लियो, अब के गर्ने")]
    [InlineData("माझ्या मैत्रिणीचे फोटो कोणीतरी पसरवले")]
    [InlineData("kawan saya kena ugut dan tak tahu nak buat apa")]
    [InlineData("rəfiqəmin şəkillərini yayıblar, nə etməliyik")]
    [InlineData("la mia amica riceve minacce e non sa cosa fare")]
    [InlineData("meine freundin wird bedroht und weiß nicht weiter")]
    [InlineData("mijn vriendin wordt bedreigd en weet niet wat ze moet")]
    [InlineData("prietena mea primește amenințări și nu știe ce să facă")]
    [InlineData("la meva amiga rep amenaces i no sap què fer")]
    public void Is_none_of_ours(string text) => Assert.Equal("other", TheModel.Reader.Read(text).Language);

    [Theory]
    [InlineData("حسابي راح", "ar")]
    [InlineData("ساعدوني", "ar")]
    [InlineData("помогите", "ru")]
    [InlineData("всё пропало, что делать", "ru")]
    [InlineData("अकाउंट गया", "hi")]
    [InlineData("mera khata band ho gaya", "hi")]
    [InlineData("akun ku hilang", "id")]
    [InlineData("hesabım gitti", "tr")]
    [InlineData("no puedo entrar", "es")]
    [InlineData("não consigo entrar", "pt")]
    [InlineData("on m'a volé mon compte", "fr")]
    [InlineData("nisaidie", "sw")]
    public void A_few_words_of_ours_are_ours(string text, string language) => Assert.Equal(language, TheModel.Reader.Read(text).Language);

    [Theory]
    [InlineData("он мене вб'є")]
    [InlineData("dia nak bunuh saya")]
    public void What_they_share_with_ours_is_heard(string text) => Assert.Contains(RemedyBot.Understanding.Signals.Signal.Danger, TheModel.Reader.Read(text).Signals);
}
