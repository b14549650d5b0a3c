using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Training;

/// <summary>Everything that a model is learned from.</summary>
/// <param name="Examples">Messages with what is true of them.</param>
/// <param name="Foreign">Sentences in languages that are not told apart.</param>
/// <param name="Concepts">What words speak of, a list for each language.</param>
/// <param name="Leaves">The harms, in the taxonomy's order.</param>
/// <param name="Words">The word lists, against whose ears the thresholds are set.</param>
public sealed record Course(
    IReadOnlyList<Example> Examples, IReadOnlyList<string> Foreign, IReadOnlyList<ConceptList> Concepts, IReadOnlyList<string> Leaves, IReadOnlyList<WordLists> Words)
{
    // Five MB hold somewhat more; the examples may grow.
    private const int MostFeatures = 150_000;

    // Raised when the way of learning changes, so that an older model counts as stale.
    private const int Method = 5;

    private SignalFinder? _lists;

    /// <summary>Hears what the word lists hold.</summary>
    private SignalFinder Lists => _lists ??= SignalFinder.From(Words);

    /// <summary>Stands for all that is learned from, the word lists that set the thresholds included; the same whenever nothing has changed.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder().Append(Method).Append('\n').AppendJoin(',', Leaves).Append('\n').AppendJoin('\n', Foreign);
        foreach (var example in Examples)
            text.Append('\n').Append(example.Language).Append('\t').Append(example.Author).Append('\t').Append(example.Text).Append('\t')
                .AppendJoin(',', example.Harms).Append('\t').AppendJoin(',', example.Signals.Order()).Append('\t').Append(example.IsNone);
        foreach (var (language, concept, phrase) in Concepts.SelectMany(list => list.Entries.Select(entry => (list.Language, entry.Concept, entry.Phrase))))
            text.Append('\n').Append(language).Append('\t').Append(concept).Append('\t').Append(phrase);
        text.Append('\n').AppendJoin('\n', Words.SelectMany(list => list.Heard()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>Learns a model; the same bytes for the same course, on every machine. Minutes for twenty thousand messages.</summary>
    /// <param name="say">Told what is being done.</param>
    /// <returns>The model, and how it does on messages of writers whom it did not learn from.</returns>
    public (TrainedModel Model, IReadOnlyList<Judged> CrossValidated) Learn(Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var concepts = ConceptTable.From(Concepts);
        var lessons = new Lessons(Examples, concepts, Leaves);
        var classes = Leaves.Count + 1;
        var folds = Folds.Of(Examples);
        var scored = new IReadOnlyList<Scored>[folds.Count];
        var whole = Task.Run(() => lessons.Learn([.. Enumerable.Range(0, Examples.Count)], MostFeatures));
        Parallel.For(0, folds.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            scored[fold] = Score(lessons, folds[fold]);
            say(string.Create(CultureInfo.InvariantCulture, $"Group {fold + 1} of {folds.Count}: {folds[fold].Count} messages of writers left out."));
        });
        var unseen = scored.SelectMany(one => one).ToList();
        var thresholds = Calibration.Of(unseen, classes, Leaves, Lists.Find);
        var (features, weights, biases) = whole.GetAwaiter().GetResult();
        var language = LanguageLessons.Learn([.. Examples.Select(e => (e.Text, e.Language)), .. Foreign.Select(text => (text, Languages.LanguageGuess.Other))]);
        var model = new TrainedModel(Fingerprint(), Leaves, new ModelParts
        {
            Features = features,
            Weights = weights,
            Biases = biases,
            Concepts = concepts,
            Language = language,
            Thresholds = thresholds,
        });
        var reader = new MessageReader(model, Lists);
        return (model, [.. unseen.Select(one => new Judged(one.Example, reader.Of(TextFolder.Fold(one.Example.Text), Calibration.Finished(one.Raw, classes, thresholds.Temperature), Judged.LanguageGiven)))]);
    }

    private static List<Scored> Score(Lessons lessons, IReadOnlySet<int> left)
    {
        var (features, weights, biases) = lessons.Learn([.. Enumerable.Range(0, lessons.Examples.Count).Where(at => !left.Contains(at))], MostFeatures);
        var reader = new RowReader(features);
        var scored = new List<Scored>(left.Count);
        foreach (var at in left.Order())
        {
            reader.Read(lessons.Messages[at]);
            var raw = (float[])biases.Clone();
            for (var feature = 0; feature < reader.Ids.Length; feature++)
                weights.Add(reader.Ids[feature], reader.Values[feature], raw);
            scored.Add(new Scored(lessons.Examples[at], raw));
        }

        return scored;
    }
}
