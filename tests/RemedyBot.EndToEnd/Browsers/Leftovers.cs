using System.Text;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>Searches a folder for words that should not be in it, in the codings a browser writes.</summary>
internal static class Leftovers
{
    public static IReadOnlyList<string> Of(string folder, params string[] words)
    {
        var needles = words.SelectMany(word => new[] { Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word) }).ToArray();
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => needles.Any(needle => WholeFile.Read(file).AsSpan().IndexOf(needle) >= 0)),
        ];
    }
}
