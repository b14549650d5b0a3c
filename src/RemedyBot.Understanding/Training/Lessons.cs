using System.Runtime.InteropServices;
using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Training;

/// <summary>Example messages as features and targets, ready to learn from.</summary>
internal sealed class Lessons
{
    // Of a message with several harms, how far the first one is meant.
    private const float MainShare = 0.8f;

    // Rare harms of a language count a little more for each message, common ones a little less.
    private const double Balance = 0.3;
    private const double Usual = 60;

    // Where somebody speaks of hurting themselves and of nothing else: how far that is told as being pushed to it.
    private const string SelfHarmed = "abuse.selfharm";
    private const float AloneShare = 0.2f;

    // A feature that occurs once says nothing that another writer would repeat.
    private const int FewestOccurrences = 2;

    private readonly List<string> _classes;

    public Lessons(IReadOnlyList<Example> examples, ConceptTable concepts, IReadOnlyList<string> leaves)
    {
        Examples = examples;
        _classes = [.. leaves, ExampleReader.NoneSection];
        var counts = examples.CountBy(Group).ToDictionary();
        foreach (var example in examples)
        {
            var tokens = CollectionsMarshal.AsSpan(TextFolder.Fold(example.Text));
            var features = new List<uint>();
            FeatureReader.Read(tokens, features);
            concepts.Read(tokens, example.Language, features);
            features.Sort();
            Messages.Add([.. features]);
            Targets.Add(TargetOf(example, (float)Math.Pow(Usual / counts[Group(example)], Balance)));
        }
    }

    public IReadOnlyList<Example> Examples { get; }

    public List<uint[]> Messages { get; } = [];

    public List<Target> Targets { get; } = [];

    /// <summary>Learns from some of the messages.</summary>
    public (FeatureTable Features, Weights Weights, float[] Biases) Learn(int[] which, int mostFeatures)
    {
        var table = Counting.Table(Messages, which, FewestOccurrences);
        if (table.Count > mostFeatures)
            table = Counting.Weightiest(table, Exact(table, which, new TrainingOptions { Epochs = 3 }), mostFeatures);
        var trainer = Exact(table, which, new TrainingOptions());
        var width = _classes.Count + SignalNames.All.Count;
        return (table, Weights.Of(table.Count, width, feature => trainer.Row(feature).ToArray()), trainer.Row(table.Count).ToArray());
    }

    private Trainer Exact(FeatureTable table, int[] which, TrainingOptions options)
    {
        var reader = new RowReader(table);
        var rows = new SparseRows();
        var targets = new List<Target>(which.Length);
        foreach (var message in which)
        {
            reader.Read(Messages[message]);
            rows.Add(reader.Ids, reader.Values);
            targets.Add(Targets[message]);
        }

        var trainer = new Trainer(table.Count, _classes.Count, SignalNames.All.Count);
        trainer.Train(rows, targets, [.. Enumerable.Range(0, which.Length)], options);
        return trainer;
    }

    private static (string, string) Group(Example example) =>
        (example.Language, example.IsNone ? ExampleReader.NoneSection : example.Harms.Count > 0 ? example.Harms[0] : "");

    private Target TargetOf(Example example, float weight)
    {
        var bits = 0;
        foreach (var signal in example.Signals)
            bits |= 1 << (int)signal;
        if (example.IsNone)
            return new Target([(_classes.Count - 1, 1)], bits, weight);
        if (example.Harms.Count == 0 && example.Signals.Contains(Signal.SelfHarm) && _classes.IndexOf(SelfHarmed) is >= 0 and var pushed)
            return new Target([(pushed, AloneShare)], bits, weight);
        var main = example.Harms.Count > 1 ? MainShare : 1;
        return new Target([.. example.Harms.Select((harm, at) => (_classes.IndexOf(harm), at == 0 ? main : (1 - main) / (example.Harms.Count - 1)))], bits, weight);
    }
}
