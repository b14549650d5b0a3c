using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Loading;

namespace RemedyBot.Tests.Dialogs;

public sealed partial class DiagnosticsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remedybot-check-");

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var example in DiagnosticExample.All())
                data.Add(example.Id, example.Path, example.Text);
            return data;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_raises_its_diagnostic(string id, string path, string text)
    {
        var found = path == DiagnosticExample.Sample
            ? DialogReader.Read([new("sample", path, text)]).Diagnostics.Select(d => (d.Id, d.File, d.Line))
            : Checked(path, text);
        Assert.Contains((id, path), found.Select(f => (f.Id, f.File)));
    }

    [Fact]
    public void Every_diagnostic_of_the_code_has_an_example_and_no_other_is_told_of()
    {
        var raised = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Id().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(raised, DiagnosticExample.All().Select(e => e.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_finding_says_where_it_stands()
    {
        var wrong = Assert.Single(DialogReader.Read([new("sample", "dialogs/sample.yaml", "dialog: sample\nformat: 1\nsteps:\n  - id: a\n    say: Hello.\n    rotes: crisis\n")]).Diagnostics);
        Assert.Equal(("D02", "dialogs/sample.yaml", 6), (wrong.Id, wrong.File, wrong.Line));
        Assert.Contains("routes", wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>What `check` finds with the example as an organisation's own file, or as its settings.</summary>
    private IEnumerable<(string Id, string File, int Line)> Checked(string path, string text)
    {
        var problems = new List<string>();
        if (path == "settings")
            Settings.Read(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text))).Build(), problems);
        else
        {
            var file = Path.Combine(_folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return ContentCheck.Run(new ContentFolder(_folder.FullName, Repository.Root), problems).Select(f => (f.Id, f.File, f.Line));
    }

    [GeneratedRegex("\"([DWO][0-9]{2})\"")]
    private static partial Regex Id();
}
