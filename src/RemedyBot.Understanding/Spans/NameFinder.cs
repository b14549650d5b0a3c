using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Spans;

/// <summary>Finds names (of platforms, say) in what people write, whatever case, accents or stretched letters.</summary>
public sealed class NameFinder
{
    private const int MostWords = 4;
    private const int Shortest = 2;

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <param name="names">What each thing is called, with its id; the first id of a name counts.</param>
    public NameFinder(IEnumerable<(string Id, string Name)> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var (id, name) in names)
        {
            var words = TextFolder.Fold(name).ConvertAll(token => token.Text);
            if (words.Count is > 0 and <= MostWords && words.Sum(word => word.Length) >= Shortest)
                _ids.TryAdd(string.Join(' ', words), id);
        }
    }

    /// <summary>The ids of what is named, in the order in which it is.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        var tokens = TextFolder.Fold(text);
        var found = new List<string>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var name = "";
            for (var end = at; end < Math.Min(tokens.Count, at + MostWords); end++)
            {
                name = end == at ? tokens[end].Text : name + " " + tokens[end].Text;
                if (_ids.TryGetValue(name, out var id) && !found.Contains(id))
                    found.Add(id);
            }
        }

        return found;
    }
}
