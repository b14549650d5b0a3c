using System.Text.RegularExpressions;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;

namespace RemedyBot.Tests.Localization.Checks;

public sealed partial class TextChecksTests
{
    public static TheoryData<string> Ids() => [.. CheckCases.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reports_what_is_wrong_with_place_and_advice(string id)
    {
        var (_, severity, bad, _) = CheckCases.All.Single(c => c.Id == id);
        var findings = bad.Run().Where(f => f.Id == id).ToList();
        Assert.NotEmpty(findings);
        Assert.Contains(findings, f => f.Severity == severity);
        Assert.All(findings, f => Assert.True(f.File.Length > 0 && f.Line >= 0 && f.Message.Length > 15));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_silent_where_all_is_well(string id) =>
        Assert.DoesNotContain(CheckCases.All.Single(c => c.Id == id).Good.Run(), f => f.Id == id && f.Language is null or "es");

    [Fact]
    public void The_guide_lists_exactly_the_checks_there_are()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "RemedyBot.sln")))
            root = root.Parent!;
        var listed = Row().Matches(File.ReadAllText(Path.Combine(root.FullName, "localization/README.md"))).Select(m => m.Groups[1].Value);
        Assert.Equal(CheckCases.All.Select(c => c.Id).Order(), listed.Order());
    }

    [Fact]
    public void Findings_point_to_the_line()
    {
        var finding = new CheckCase { Spanish = [""] }.Run().First(f => f.Id == "S01");
        Assert.Equal(("localization/es/d.po", 7, "d/step/text", "es"), (finding.File, finding.Line, finding.Key, finding.Language));
    }

    [Fact]
    public void Warnings_block_in_critical_texts() =>
        Assert.All(new CheckCase { Critical = true, Spanish = ["¡Hola!"] }.Run().Where(f => f.Id == "X10"), f => Assert.Equal(Severity.Error, f.Severity));

    [Fact]
    public void A_button_longer_than_a_reply_button_is_only_a_warning()
    {
        var button = new CheckCase { Kind = TextKind.Button, Max = 60, Critical = true, Text = "I can", Spanish = ["Ya no puedo entrar en ella"] };
        Assert.Equal(Severity.Warning, button.Run().Single(f => f.Id == "C01").Severity);
    }

    [Fact]
    public void Source_texts_are_checked_too()
    {
        var findings = new CheckCase { Text = "See https://example.org!", Spanish = null }.Run().Where(f => f.File == "dialogs/d.yaml").Select(f => f.Id);
        Assert.Equal(["P08", "X10"], findings.Order());
    }

    [Fact]
    public void Mixed_line_endings_and_marks_of_other_encodings_are_reported()
    {
        var good = new CheckCase().Header;
        Assert.Contains(new CheckCase { Raw = "\uFEFF" + good }.Run(), f => f.Id == "F01");
        Assert.Contains(new CheckCase { Raw = good.Replace("\n\n", "\r\n\n", StringComparison.Ordinal) }.Run(), f => f.Id == "F01");
        Assert.Contains(new CheckCase { Raw = good + "# \uFFFD\n" }.Run(), f => f.Id == "F01");
        Assert.DoesNotContain(new CheckCase { Raw = good.Replace("\n", "\r\n", StringComparison.Ordinal) }.Run(), f => f.Id == "F01");
    }

    [Fact]
    public void The_shipped_words_registry_and_rules_are_clean()
    {
        var findings = TextChecks.Run(ShippedContent.WithoutTranslations, [new SourceText { Key = "d/a/text", Text = "Hello.", File = "dialogs/d.yaml" }]);
        Assert.DoesNotContain(findings, f => f.Id[0] is 'F' or 'P');
    }

    [GeneratedRegex(@"^\| ([FSPLCTBX]\d\d) ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
