using System.Runtime.InteropServices;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Languages;
using RemedyBot.Understanding.Models;

namespace RemedyBot.Understanding.Training;

/// <summary>Learns to tell languages apart from the letters and words of the same messages.</summary>
internal static class LanguageLessons
{
    // Of other languages there is little to learn from, and they are many.
    private const float Balance = 0.5f;
    private const float BalanceOfOther = 1;

    /// <param name="messages">Texts and their languages; `other` for all that are not told apart.</param>
    public static LanguageGuess Learn(IReadOnlyList<(string Text, string Language)> messages)
    {
        var counts = messages.CountBy(message => message.Language).ToDictionary();
        string[] languages = [.. counts.Keys.Where(l => l != LanguageGuess.Other).Order(StringComparer.Ordinal), LanguageGuess.Other];
        var most = counts.Values.DefaultIfEmpty(1).Max();
        var rows = new SparseRows();
        var targets = new List<Target>();
        var features = new List<uint>();
        foreach (var (text, language) in messages)
        {
            features.Clear();
            LanguageGuess.Read(text, CollectionsMarshal.AsSpan(TextFolder.Fold(text)), features);
            var buckets = features.CountBy(LanguageGuess.Bucket).OrderBy(count => count.Key).ToList();
            var scale = features.Count == 0 ? 0 : LanguageGuess.Scale(features.Count);
            rows.Add([.. buckets.Select(count => count.Key)], [.. buckets.Select(count => count.Value * scale)]);
            targets.Add(new Target([(Array.IndexOf(languages, language), 1)], 0, MathF.Sqrt((float)most / counts[language]) * (language == LanguageGuess.Other ? BalanceOfOther : Balance)));
        }

        // One class more that nothing belongs to: the trainer's last one means "none of these".
        var trainer = new Trainer(LanguageGuess.Buckets, languages.Length + 1, 0);
        trainer.Train(rows, targets, [.. Enumerable.Range(0, rows.Count)], new TrainingOptions { Epochs = 12 });
        return new LanguageGuess(languages, Weights.Of(LanguageGuess.Buckets, languages.Length, at => trainer.Row(at)[..languages.Length].ToArray()),
            trainer.Row(LanguageGuess.Buckets)[..languages.Length].ToArray());
    }
}
