using System.Collections.Concurrent;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Matching;

/// <summary>Finds the signals that one language's lists know.</summary>
internal sealed class LanguageFinder
{
    // Words searched for typos in one text: enough for any message, and a bound for a text made to be slow.
    private const int Guesses = 4000;
    private const int LongestPhrase = 32;

    private readonly ChatSpelling spelling;
    private readonly Vocabulary vocabulary;
    private readonly Negation negation;
    private readonly PhraseNetwork network;
    private readonly List<StyleProblem> problems = [];
    private readonly ConcurrentBag<Marks> spare = [];

    public LanguageFinder(WordLists lists)
    {
        spelling = new ChatSpelling(lists.Spelling);
        vocabulary = new Vocabulary(lists.NotTypos);
        negation = new Negation(lists, spelling);
        var builder = new NetworkBuilder(vocabulary);
        var syntax = new PhraseSyntax(lists, spelling);
        foreach (var signal in SignalNames.All)
        {
            Lay(builder, syntax, lists.Signals, new Meaning(signal, false));
            Lay(builder, syntax, lists.Except, new Meaning(signal, true));
        }

        network = builder.Close();
    }

    public IReadOnlyList<StyleProblem> Problems => problems;

    public void Find(List<Token> folded, HashSet<Signal> raised)
    {
        var text = new ReadText(Written(folded), vocabulary, negation, Guesses);
        var marks = spare.TryTake(out var used) ? used : new Marks(network.Count);
        var run = new NetworkRun(network, text, marks);
        run.Walk();
        spare.Add(marks);
        var harmless = Harmless(run.Found);
        foreach (var found in run.Found)
        {
            if (!found.Meaning.Except && !raised.Contains(found.Meaning.Signal) && !Cancelled(found, text, harmless))
                raised.Add(found.Meaning.Signal);
        }
    }

    // Self-harm may be denied and meant in one breath, and "don't tell my parents" is a child's: there only a whole harmless phrase counts.
    private static bool Cancelled(Found found, ReadText text, Dictionary<(Signal Signal, int Start), int> harmless)
    {
        if (found.Meaning.Signal is not (Signal.SelfHarm or Signal.Minor) && text.Negated(found.Start, found.End))
            return true;
        // The harmless phrase may begin before or within what was found, and reaches at least as far.
        for (var start = found.End - 1; start >= 0 && start > found.Start - LongestPhrase; start--)
        {
            if (harmless.TryGetValue((found.Meaning.Signal, start), out var end) && end >= found.End)
                return true;
        }

        return false;
    }

    private static Dictionary<(Signal Signal, int Start), int> Harmless(List<Found> found)
    {
        var harmless = new Dictionary<(Signal Signal, int Start), int>();
        foreach (var one in found)
        {
            var key = (one.Meaning.Signal, one.Start);
            if (one.Meaning.Except && (!harmless.TryGetValue(key, out var end) || end < one.End))
                harmless[key] = one.End;
        }

        return harmless;
    }

    private List<Token> Written(List<Token> folded)
    {
        var apart = new List<Token>(folded.Count);
        foreach (var token in folded)
        {
            var border = spelling.Knows(token.Text) || vocabulary.Knows(token.Text) ? 0 : Variants.NumberBorder(token.Text);
            if (border == 0)
            {
                apart.Add(token);
                continue;
            }

            apart.Add(new Token(token.Text[..border], token.Before));
            apart.Add(new Token(token.Text[border..], Gap.None, token.Stretched));
        }

        return spelling.Apply(apart);
    }

    private void Lay(NetworkBuilder builder, PhraseSyntax syntax, IReadOnlyDictionary<Signal, IReadOnlyList<SignalPhrase>> phrases, Meaning meaning)
    {
        if (!phrases.TryGetValue(meaning.Signal, out var list))
            return;
        foreach (var phrase in list)
        {
            try
            {
                if (!builder.Add(PhraseParser.Parse(phrase.Text, syntax), meaning))
                    problems.Add(new StyleProblem(syntax.Lists.Language, phrase.Line, "wide", "the phrase has too many alternatives"));
            }
            catch (FormatException broken)
            {
                problems.Add(new StyleProblem(syntax.Lists.Language, phrase.Line, "pattern", broken.Message));
            }
        }
    }
}
