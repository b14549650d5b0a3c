using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Localization.Catalogs;

/// <summary>In French a space stands before ? ! : ; and within «»: one that does not break, or the mark begins a line of its own on a phone.</summary>
public sealed partial class FrenchSpacesTests
{
    [Fact]
    public void No_mark_may_begin_a_line() =>
        Assert.Empty(ShippedContent.Files.Where(f => f.Path.StartsWith("localization/fr/", StringComparison.Ordinal) && f.Path.EndsWith(".po", StringComparison.Ordinal))
            .SelectMany(f => f.Content.Split('\n').Where(line => (line.StartsWith("msgstr", StringComparison.Ordinal) || line.StartsWith('"')) && Breaking().IsMatch(line))));

    [GeneratedRegex("[^ \"] [?!:;»]|« ")]
    private static partial Regex Breaking();
}
