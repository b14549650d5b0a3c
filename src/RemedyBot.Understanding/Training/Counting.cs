using RemedyBot.Understanding.Features;

namespace RemedyBot.Understanding.Training;

/// <summary>Which features messages have, and in how many of them.</summary>
internal static class Counting
{
    /// <summary>The features that occur in so many messages at least.</summary>
    /// <param name="messages">The features of each, sorted; one that occurs twice stands twice.</param>
    public static FeatureTable Table(IReadOnlyList<uint[]> messages, IEnumerable<int> which, int fewest)
    {
        var counts = new Dictionary<uint, int>();
        var all = 0;
        foreach (var message in which)
        {
            all++;
            var sorted = messages[message];
            for (var at = 0; at < sorted.Length; at++)
            {
                if (at == 0 || sorted[at] != sorted[at - 1])
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, sorted[at], out _)++;
            }
        }

        var kept = counts.Where(count => count.Value >= fewest).Select(count => count.Key).ToArray();
        Array.Sort(kept);
        return new FeatureTable(kept, [.. kept.Select(key => FeatureTable.Rarity(counts[key], all))]);
    }

    /// <summary>The features of a table that a first training gave the most to say. Concepts stay: each stands for many words.</summary>
    public static FeatureTable Weightiest(FeatureTable table, Trainer trainer, int most)
    {
        var weights = new double[table.Count];
        for (var feature = 0; feature < table.Count; feature++)
        {
            foreach (var weight in trainer.Row(feature))
                weights[feature] += (double)weight * weight;
            if (table.FamilyOf(feature) == Family.Concepts)
                weights[feature] += 1e6;
        }

        var kept = Enumerable.Range(0, table.Count).OrderByDescending(feature => weights[feature]).ThenBy(feature => feature).Take(most).Order().ToArray();
        return new FeatureTable([.. kept.Select(f => table.Keys[f])], [.. kept.Select(f => table.Rarities[f])]);
    }
}
