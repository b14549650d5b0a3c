using System.Numerics;
using System.Runtime.InteropServices;
using RemedyBot.Understanding.Models;

namespace RemedyBot.Understanding.Training;

/// <summary>What the model should say of one message.</summary>
/// <param name="Harms">Classes and how much each is meant; what is left to one: any class but the last.</param>
/// <param name="Signals">One bit for each signal, in their order.</param>
internal sealed record Target(IReadOnlyList<(int Class, float Share)> Harms, int Signals, float Weight = 1);

/// <summary>How it is learned; the defaults were chosen by cross-validation over authors.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 14;

    /// <summary>Size of a step.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>Share of a weight that is lost after each epoch.</summary>
    public float Decay { get; init; } = 0.04f;

    /// <summary>Share of a message's features that are hidden each time it is looked at, so that none is relied on.</summary>
    public float Dropout { get; init; } = 0.3f;

    public ulong Seed { get; init; } = 20261122;
}

/// <summary>Weights under training: for each feature a row of one number for each class and signal.</summary>
internal sealed class Trainer
{
    private const float Quiet = 1e-3f;

    private readonly int classes;
    private readonly int signals;
    private readonly int width;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] output;
    private readonly float[] slope;

    public Trainer(int features, int classes, int signals)
    {
        this.classes = classes;
        this.signals = signals;
        width = (classes + signals + 15) / 16 * 16;
        weights = new float[(features + 1) * width];
        squares = new float[(features + 1) * width];
        output = new float[width];
        slope = new float[width];
        Features = features;
    }

    public int Features { get; }

    /// <summary>The weights of a feature; the last row, after all features, is the bias.</summary>
    public ReadOnlySpan<float> Row(int feature) => weights.AsSpan(feature * width, classes + signals);

    public void Train(SparseRows rows, IReadOnlyList<Target> targets, int[] which, TrainingOptions options)
    {
        var random = new Randomness(options.Seed);
        var order = (int[])which.Clone();
        var kept = new List<int>();
        var hidden = (uint)(options.Dropout * uint.MaxValue);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = options.Rate * (1 - (float)epoch / (options.Epochs + 1));
            foreach (var row in order)
            {
                kept.Clear();
                var ids = rows.Ids(row);
                for (var at = 0; at < ids.Length; at++)
                {
                    if (random.Next() >= hidden)
                        kept.Add(at);
                }

                Step(ids, rows.Values(row), kept, targets[row], rate, 1 / (1 - options.Dropout));
            }

            for (var at = 0; at < Features * width; at++)
                weights[at] *= 1 - options.Decay;
        }
    }

    /// <summary>Scores of a row before they are made probabilities.</summary>
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        weights.AsSpan(Features * width, width).CopyTo(output);
        for (var at = 0; at < ids.Length; at++)
            AddScaled(output, weights.AsSpan(ids[at] * width, width), values[at]);
        output.AsSpan(0, classes + signals).CopyTo(scores);
    }

    private void Step(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, List<int> kept, Target target, float rate, float scale)
    {
        weights.AsSpan(Features * width, width).CopyTo(output);
        foreach (var at in kept)
            AddScaled(output, weights.AsSpan(ids[at] * width, width), values[at] * scale);
        Slope(target);
        foreach (var at in kept)
            Descend(ids[at], values[at] * scale, rate);
        Descend(Features, 1, rate);
    }

    private void Slope(Target target)
    {
        var harms = output.AsSpan(0, classes);
        Curves.Softmax(harms);
        Array.Clear(slope);
        // Some harm, whichever: what the model gives to "none" is what is wrong.
        var none = harms[^1];
        var any = Math.Max(0, 1 - target.Harms.Sum(harm => harm.Share));
        var some = any * none / Math.Max(1 - none, Quiet);
        for (var index = 0; index < classes - 1; index++)
            slope[index] = harms[index] * (1 - any - some);
        slope[classes - 1] = none;
        foreach (var (index, share) in target.Harms)
            slope[index] -= share;

        for (var signal = 0; signal < signals; signal++)
            slope[classes + signal] = (float)Curves.Sigmoid(output[classes + signal]) - ((target.Signals >> signal) & 1);
        foreach (ref var one in slope.AsSpan())
            one *= target.Weight;
    }

    private void Descend(int feature, float value, float rate)
    {
        var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * width, width));
        var square = MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan(feature * width, width));
        var down = MemoryMarshal.Cast<float, Vector<float>>(slope.AsSpan());
        var quiet = new Vector<float>(Quiet);
        for (var at = 0; at < row.Length; at++)
        {
            var step = down[at] * value;
            square[at] += step * step;
            row[at] -= step * rate / (Vector.SquareRoot(square[at]) + quiet);
        }
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float value)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var at = 0; at < sums.Length; at++)
            sums[at] += rows[at] * value;
    }
}
