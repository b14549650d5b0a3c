using System.Globalization;
using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Dialogs;

/// <summary>A failing example of dialogs/README.md: a fenced block that begins with its diagnostic's id, perhaps a path, perhaps how often its last line stands.</summary>
internal sealed partial record DiagnosticExample(string Id, string Path, string Text)
{
    public const string Sample = "dialogs/sample.yaml";

    public static IEnumerable<DiagnosticExample> All() =>
        Fence().Matches(File.ReadAllText(System.IO.Path.Combine(Repository.Root, "dialogs/README.md"))).Select(m => new DiagnosticExample(
            m.Groups["id"].Value,
            m.Groups["path"].Success ? m.Groups["path"].Value : Sample,
            m.Groups["times"].Success ? Repeated(m.Groups["text"].Value, int.Parse(m.Groups["times"].Value, CultureInfo.InvariantCulture)) : m.Groups["text"].Value));

    private static string Repeated(string text, int times)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var counted = Enumerable.Range(1, times).Select(n => lines[^1].Replace("#", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return string.Join('\n', [.. lines[..^1], .. counted]) + "\n";
    }

    [GeneratedRegex(@"^```(yaml|json) (?<id>[DWO]\d\d)( (?<path>[a-z]\S*))?( ×(?<times>\d+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
