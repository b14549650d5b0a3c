using System.Text;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Channels.Activities;

/// <summary>How long a text is to a channel.</summary>
public static class TextMeasure
{
    public static int Of(string text, TextUnit unit) => unit switch
    {
        TextUnit.Bytes => Encoding.UTF8.GetByteCount(text),
        TextUnit.Gsm => SmsParts.Count(text),
        _ => text.Length,
    };

    public static bool Fits(string text, int most, TextUnit unit) => most == 0 || Of(text, unit) <= most;
}
