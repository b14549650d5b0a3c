using System.Text;

namespace RemedyBot.Pages.Shared;

/// <summary>A style or script that travels inside the page, so that nothing of it lies in the browser's cache.</summary>
public static class InlineAsset
{
    /// <summary>The embedded file of that name beside <paramref name="owner"/>, without indentation, empty lines and lines that are comments.</summary>
    public static string Load(Type owner, string name)
    {
        using var stream = owner.Assembly.GetManifestResourceStream(owner, name)
            ?? throw new InvalidOperationException($"The program was built without its page part {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || IsComment(line)) continue;
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsComment(string line) => line.StartsWith("/*", StringComparison.Ordinal) && line.EndsWith("*/", StringComparison.Ordinal);
}
