using System.Text.RegularExpressions;
using RemedyBot.Pages.Shared;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

public sealed partial class PageTextTests
{
    [Fact]
    public void Every_text_is_asked_for_and_every_one_asked_for_exists()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RemedyBot.sln"))) folder = folder.Parent;
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "RemedyBot", "Pages", "Chat"), "*.cs").Select(File.ReadAllText));
        var unused = PageTextsFile.English.Keys.Where(key => !source.Contains($"\"{key}\"", StringComparison.Ordinal));
        var missing = Asked().Matches(source).Select(match => match.Groups[1].Value).Where(key => !PageTextsFile.English.ContainsKey(key));
        Assert.Empty(unused);
        Assert.Empty(missing);
    }

    [Fact]
    public void No_text_shouts()
    {
        foreach (var text in PageTextsFile.English.Values) Assert.DoesNotMatch("[!]|\\p{Cs}|\\p{So}", text);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("heading")]
    [InlineData("exit")]
    public void What_others_may_see_reveals_nothing(string key) =>
        Assert.DoesNotMatch("(?i)abuse|violence|victim|survivor|help|harm|safe|report|crime|remedy", PageTextsFile.English[key]);

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("AR-eg", "ar")]
    [InlineData("zh-Hant-TW", null)]
    public void A_tag_is_shortened_until_it_fits(string tag, string? expected) =>
        Assert.Equal(expected, new SpokenLanguages([new("en", "English", "ltr"), new("es", "Español", "ltr"), new("ar", "العربية", "rtl")]).Nearest(tag)?.Tag);

    [GeneratedRegex("[wW]ords(?:\\.With\\(|\\[)\"([a-z-]+)\"")]
    private static partial Regex Asked();
}
