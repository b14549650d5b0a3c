using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Matching;

/// <summary>Finds the language in a message that says nothing but which one to speak: "español", "in Spanish please", "switch to French".</summary>
public sealed class LanguageWishReader
{
    // No such wish is longer; a story is not searched.
    private const int LongestWish = 60;

    private readonly AnswerWords _words;
    private readonly Lazy<LanguageReader> _languages;

    internal LanguageWishReader(AnswerWords words, Lazy<LanguageReader> languages) => (_words, _languages) = (words, languages);

    /// <returns>Null where no language is asked for. One that is not offered is asked for only in a whole phrase: many names of languages are names of people too.</returns>
    public LanguageAnswer? Read(string text)
    {
        if (text.Length > LongestWish || Folding.Fold(text) is not { Length: > 0 } folded)
            return null;
        var plain = _words.WithoutPoliteness(folded);
        if ((_languages.Value.Named(folded) ?? _languages.Value.Named(plain)) is { } named)
            return named.Offered is null ? null : named;
        for (var rest = _words.AfterSpeak(plain); rest is not null; rest = _words.AfterSpeak(rest))
        {
            if (_languages.Value.Named(rest) is { } spoken)
                return spoken;
        }

        return null;
    }
}
