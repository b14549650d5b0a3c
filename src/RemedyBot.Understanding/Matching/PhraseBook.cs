using System.Collections.Concurrent;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Understanding.Matching;

/// <summary>Phrases of one language, ready to be found in any text. Safe to share between threads.</summary>
internal sealed class PhraseBook
{
    // Words searched for typos in one text: enough for any message, and a bound for a text made to be slow.
    private const int Guesses = 4000;

    private readonly ChatSpelling spelling;
    private readonly Vocabulary vocabulary;
    private readonly Negation negation;
    private readonly PhraseNetwork network;
    private readonly List<StyleProblem> problems = [];
    private readonly ConcurrentBag<Marks> spare = [];

    /// <param name="forgiving">A word one slip away from a listed one counts as it.</param>
    public PhraseBook(WordLists lists, IEnumerable<(Meaning Meaning, IReadOnlyList<SignalPhrase> Phrases)> all, bool forgiving)
    {
        spelling = new ChatSpelling(lists.Spelling);
        vocabulary = new Vocabulary(lists.NotTypos, forgiving);
        negation = new Negation(lists, spelling);
        var builder = new NetworkBuilder(vocabulary);
        var syntax = new PhraseSyntax(lists, spelling);
        foreach (var (meaning, phrases) in all)
            Lay(builder, syntax, phrases, meaning);
        network = builder.Close();
    }

    public IReadOnlyList<StyleProblem> Problems => problems;

    /// <summary>All phrases that the text holds, and the text as these lists read it.</summary>
    public (ReadText Text, List<Found> Found) Find(List<Token> folded)
    {
        var text = new ReadText(Written(folded), vocabulary, negation, Guesses);
        var marks = spare.TryTake(out var used) ? used : new Marks(network.Count);
        var run = new NetworkRun(network, text, marks);
        run.Walk();
        spare.Add(marks);
        return (text, run.Found);
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

    private void Lay(NetworkBuilder builder, PhraseSyntax syntax, IReadOnlyList<SignalPhrase> phrases, Meaning meaning)
    {
        foreach (var phrase in phrases)
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
