using FsCheck.Xunit;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Tests.Localization.Matching;

public sealed class WishReaderTests
{
    private static readonly WishReader Reader = ShippedContent.Localizer.Wishes;

    private static readonly Offer[] Wishes =
    [
        .. new[] { "back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help" }
            .Select(w => new Offer(w, w == "human" ? ["Talk to a helpline"] : [])),
    ];

    [Theory]
    [InlineData("stop", "stop")]
    [InlineData(" STOP. ", "stop")]
    [InlineData("/stop", "stop")]
    [InlineData("so-far", "so-far")]
    [InlineData("so far", "so-far")]
    [InlineData("talk to a helpline", "human")]
    [InlineData("I want to stop, please", "stop")]
    [InlineData("why do you ask?", "why")]
    [InlineData("¿Por qué?", "why")]
    [InlineData("atrás", "back")]
    [InlineData("tout effacer", "erase")]
    [InlineData("pular", "skip")]
    [InlineData("مساعدة", "help")]
    [InlineData("امسح كل شيء", "erase")]
    [InlineData("Please stop him from posting", null)]
    [InlineData("he won't stop", null)]
    [InlineData("I asked for help and nobody came", null)]
    [InlineData("back then", null)]
    [InlineData("", null)]
    [InlineData("no", null)]
    public void Reads_only_a_message_that_is_nothing_but_a_wish(string text, string? wish) => Assert.Equal(wish, Reader.Read(text, Wishes));

    [Fact]
    public void Reads_only_what_is_offered() => Assert.Null(Reader.Read("back", [new Offer("stop", [])]));

    [Property(MaxTest = 500)]
    public bool Never_throws(string? text) => Reader.Read(text ?? "", Wishes) is null or { Length: > 0 };
}
