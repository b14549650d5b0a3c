using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Matching;

/// <summary>Finds the signals that one language's lists know.</summary>
internal sealed class LanguageFinder(WordLists lists)
{
    private const int LongestPhrase = 32;

    private readonly PhraseBook book = new(lists, All(lists), forgiving: true);

    public IReadOnlyList<StyleProblem> Problems => book.Problems;

    public void Find(List<Token> folded, HashSet<Signal> raised)
    {
        var (text, all) = book.Find(folded);
        var harmless = Harmless(all, text);
        foreach (var found in all)
        {
            if (!found.Meaning.Except && !raised.Contains((Signal)found.Meaning.What) && !Cancelled(found, text, harmless))
                raised.Add((Signal)found.Meaning.What);
        }
    }

    // Self-harm may be denied and meant in one breath, and "don't tell my parents" is a child's: there only a whole harmless phrase counts.
    private static bool Cancelled(Found found, ReadText text, Dictionary<(int What, int Start), int> harmless)
    {
        if ((Signal)found.Meaning.What is not (Signal.SelfHarm or Signal.Minor) && text.Negated(found.Start, found.End))
            return true;
        // The harmless phrase may begin before or within what was found, and reaches at least as far.
        for (var start = found.End - 1; start >= 0 && start > found.Start - LongestPhrase; start--)
        {
            if (harmless.TryGetValue((found.Meaning.What, start), out var end) && end >= found.End)
                return true;
        }

        return false;
    }

    private static Dictionary<(int What, int Start), int> Harmless(List<Found> found, ReadText text)
    {
        var harmless = new Dictionary<(int What, int Start), int>();
        foreach (var one in found)
        {
            var key = (one.Meaning.What, one.Start);
            // What stands after a full stop does not make harmless what stood before it.
            if (one.Meaning.Except && !text.Broken(one.Start, one.End) && (!harmless.TryGetValue(key, out var end) || end < one.End))
                harmless[key] = one.End;
        }

        return harmless;
    }

    private static IEnumerable<(Meaning Meaning, IReadOnlyList<SignalPhrase> Phrases)> All(WordLists lists)
    {
        foreach (var signal in SignalNames.All)
        {
            if (lists.Signals.TryGetValue(signal, out var phrases))
                yield return (new Meaning((int)signal, false), phrases);
            if (lists.Except.TryGetValue(signal, out var harmless))
                yield return (new Meaning((int)signal, true), harmless);
        }
    }
}
