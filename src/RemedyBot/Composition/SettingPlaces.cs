using System.Collections;
using System.Text;
using System.Text.Json;

namespace RemedyBot.Composition;

/// <summary>Where settings stand: a line of the settings file, or a variable of the environment.</summary>
internal sealed class SettingPlaces
{
    /// <summary>How the variables begin that are settings; two underscores stand for a colon in them.</summary>
    public const string Variables = "REMEDYBOT__";

    private readonly Dictionary<string, (string File, int Line)> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly (string File, int Line) _whole = ("settings", 1);

    /// <param name="file">As it was named to the program; null for none.</param>
    public SettingPlaces(string? file, IDictionary environment)
    {
        if (file is not null)
            _whole = Lines(file, File.ReadAllBytes(file));
        // What stands in both comes from the environment.
        foreach (var name in environment.Keys.OfType<string>().Where(n => n.StartsWith(Variables, StringComparison.OrdinalIgnoreCase)))
            _places[name[Variables.Length..].Replace("__", ":", StringComparison.Ordinal)] = (name, 1);
    }

    /// <summary>The place of the setting that a sentence names, or of the part that it is missing in; else of the whole.</summary>
    public (string File, int Line) Of(string problem)
    {
        foreach (var word in problem.Split(' ').Select(w => w.Trim('.', ',', ';', ':', '`')))
            for (var key = word; key.Length > 0; key = key[..Math.Max(0, key.LastIndexOf(':'))])
                if (_places.TryGetValue(key, out var place))
                    return place;
        return _whole;
    }

    /// <returns>The file's first line, or the one from which on it is no JSON.</returns>
    private (string File, int Line) Lines(string file, byte[] json)
    {
        var bytes = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsSpan(Encoding.UTF8.Preamble.Length) : json.AsSpan();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var path = new List<string>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                path.RemoveRange(reader.CurrentDepth - 1, path.Count - reader.CurrentDepth + 1);
                path.Add(reader.GetString()!);
                _places[string.Join(':', path)] = (file, 1 + bytes[..(int)reader.TokenStartIndex].Count((byte)'\n'));
            }

            return (file, 1);
        }
        catch (JsonException e)
        {
            return (file, 1 + (int)(e.LineNumber ?? 0));
        }
    }
}
