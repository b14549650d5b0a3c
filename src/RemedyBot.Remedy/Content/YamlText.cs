using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RemedyBot.Remedy.Content;

internal static class YamlText
{
    /// <summary>Unknown and repeated keys are errors: a misspelt one would be lost in silence.</summary>
    public static T Read<T>(string path, string text)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            return reader.Deserialize<T>(text) ?? throw new ContentException(path, 0, "the file is empty");
        }
        catch (YamlException e)
        {
            throw new ContentException(path, (int)e.Start.Line, e.InnerException?.Message ?? e.Message);
        }
    }

    public static IReadOnlyList<T> Listed<T>(List<T>? list) => list ?? [];

    public static string Need(string path, string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ContentException(path, 0, $"'{name}' is missing") : value;

    public static void Unique(string path, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!seen.Add(id))
                throw new ContentException(path, 0, $"'{id}' stands twice");
    }
}
