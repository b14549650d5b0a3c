using System.Text;

namespace RemedyBot.Channels.Activities;

/// <summary>How long a text is to a channel.</summary>
public static class TextMeasure
{
    private const int OnePart = 70;
    private const int OneOfSeveral = 67;

    public static int Of(string text, TextUnit unit) => unit switch
    {
        TextUnit.Bytes => Encoding.UTF8.GetByteCount(text),
        // Every letter as UCS-2: never less than it takes.
        TextUnit.Gsm => text.Length <= OnePart ? 1 : (text.Length + OneOfSeveral - 1) / OneOfSeveral,
        _ => text.Length,
    };

    public static bool Fits(string text, int most, TextUnit unit) => most == 0 || Of(text, unit) <= most;
}
