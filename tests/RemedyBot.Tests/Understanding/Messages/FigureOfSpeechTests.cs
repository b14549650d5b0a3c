using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>Listed words in a message that is all but surely harmless: told by nobody, asked about in a conversation all the same.</summary>
public sealed class FigureOfSpeechTests
{
    [Theory]
    [InlineData("this homework is going to kill me")]
    [InlineData("my teacher will kill me when she sees this drawing haha")]
    [InlineData("mi jefe me va a matar si llego tarde jaja")]
    public void Is_no_alarm_but_still_interrupts_a_conversation(string text)
    {
        Assert.DoesNotContain(Signal.Danger, TheModel.Reader.Read(text).Signals);
        Assert.Contains(Signal.Danger, TheModel.Reader.Hear(text).Firm);
    }

    [Theory]
    [InlineData("he will kill me")]
    [InlineData("help he wants to kill me")]
    [InlineData("mi ex me amenaza con matarme")]
    [InlineData("save me he is here")]
    public void What_is_meant_is_heard(string text) => Assert.Contains(Signal.Danger, TheModel.Reader.Read(text).Signals);
}
