namespace RemedyBot.Channels.Sms;

/// <summary>A text as the network carries it: whole, or in parts that the phone joins again. Each of several parts gives up six bytes to say where it belongs.</summary>
public static class SmsParts
{
    private const int Gsm7Alone = 160;
    private const int Gsm7Joined = 153;
    private const int Ucs2Alone = 70;
    private const int Ucs2Joined = 67;

    public static SmsAlphabet AlphabetOf(string text) => Gsm7.Holds(text) ? SmsAlphabet.Gsm7 : SmsAlphabet.Ucs2;

    /// <summary>How many parts a text takes as we send it (<see cref="Gsm7.Plain"/>); an empty one takes one.</summary>
    public static int Count(string written)
    {
        var text = Gsm7.Plain(written);
        var seven = AlphabetOf(text) is SmsAlphabet.Gsm7;
        var (alone, joined) = seven ? (Gsm7Alone, Gsm7Joined) : (Ucs2Alone, Ucs2Joined);
        var all = 0;
        var parts = 1;
        var filled = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // An escape stays with its letter, and both halves of a pair stay together.
            var pair = !seven && char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            var places = seven ? Gsm7.PlacesOf(text[at]) : pair ? 2 : 1;
            all += places;
            (parts, filled) = filled + places > joined ? (parts + 1, places) : (parts, filled + places);
            at += pair ? 1 : 0;
        }
        return all <= alone ? 1 : parts;
    }
}
