using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Spans;

namespace RemedyBot.Tests.Understanding.Spans;

public sealed class SumTests
{
    private static IEnumerable<string> Found(string text) => TheModel.Content.Spans.Find(text).Where(s => s.Kind == SpanKind.Amount).Select(s => s.Text);

    [Theory]
    [InlineData("he wants $500 by friday", "$500")]
    [InlineData("US$1,200.50 or else", "US$1,200.50")]
    [InlineData("asks for 2k dollars", "2k dollars")]
    [InlineData("send 300eur", "300eur")]
    [InlineData("pidio 2000 pesos", "2000 pesos")]
    [InlineData("quiere 5 mil dólares", "5 mil dólares")]
    [InlineData("pide 2 millones de pesos", "2 millones de pesos")]
    [InlineData("il veut 1 500 € ce soir", "1 500 €")]
    [InlineData("il demande 50.000 francs", "50.000 francs")]
    [InlineData("quer R$ 800 no pix", "R$ 800")]
    [InlineData("pediu 2 mil reais", "2 mil reais")]
    [InlineData("يريد ٥٠٠ دولار", "٥٠٠ دولار")]
    [InlineData("طلب ٢٬٥٠٠ ريال", "٢٬٥٠٠ ريال")]
    [InlineData("عايز 3 آلاف جنيه", "3 آلاف جنيه")]
    [InlineData("20 hazar mang raha", "20 hazar")]
    [InlineData("२० हज़ार रुपये मांग रहा है", "२० हज़ार रुपये")]
    [InlineData("Rs. 5000 bhej", "Rs. 5000")]
    [InlineData("anataka ksh 5000", "ksh 5000")]
    [InlineData("anadai shilingi 20,000", "shilingi 20,000")]
    [InlineData("minta 2 juta", "2 juta")]
    [InlineData("minta Rp500.000", "Rp500.000")]
    [InlineData("требует 30 тысяч рублей", "30 тысяч рублей")]
    [InlineData("требует 500 р", "500 р")]
    [InlineData("5 bin lira istiyor", "5 bin lira")]
    [InlineData("3000 TL'ye", "3000 TL")]
    public void Finds_sums_in_any_digits_and_languages(string text, string sum) => Assert.Equal([sum], Found(text));

    [Theory]
    [InlineData("I am 15 and it was 3 years ago")]
    [InlineData("he posted 20 photos on 12.5.2026 at 10:30")]
    [InlineData("2k followers saw it")]
    [InlineData("I lost dollars. 500 people saw")]
    [InlineData("call 0900 123456")]
    [InlineData("tengo 14 años")]
    [InlineData("мне 16 лет")]
    public void A_number_alone_is_no_sum(string text) => Assert.Empty(Found(text));
}
