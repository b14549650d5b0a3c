using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Understanding.Concepts;

/// <summary>What the words of one language speak of: `concept: [word, beginning*, several words]`.</summary>
/// <param name="Entries">Concept, and one of its words.</param>
/// <param name="Problems">Lines that could not be used, and why.</param>
public sealed record ConceptList(string Language, IReadOnlyList<(string Concept, string Phrase)> Entries, IReadOnlyList<(int Line, string Detail)> Problems)
{
    /// <summary>Never throws for what stands in the file.</summary>
    public static ConceptList Read(string language, string yaml)
    {
        var entries = new List<(string, string)>();
        var problems = new List<(int, string)>();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                Read(root, entries, problems);
            else if (stream.Documents.Count > 0)
                problems.Add((1, "The file must map concepts to lists of words."));
        }
        catch (YamlException e)
        {
            problems.Add(((int)e.Start.Line, "This is not YAML that can be read. Look for a missing bracket or comma."));
        }

        return new ConceptList(language, entries, problems);
    }

    private static void Read(YamlMappingNode root, List<(string, string)> entries, List<(int, string)> problems)
    {
        foreach (var (key, value) in root.Children)
        {
            if (key is not YamlScalarNode { Value: { } concept } || value is not YamlSequenceNode phrases)
            {
                problems.Add(((int)key.Start.Line, "A concept needs a list of words in brackets."));
                continue;
            }

            foreach (var phrase in phrases.Children)
            {
                if (phrase is YamlScalarNode { Value: { Length: > 0 } text })
                    entries.Add((concept, text));
                else
                    problems.Add(((int)phrase.Start.Line, "A word is missing or is a list itself."));
            }
        }
    }
}
