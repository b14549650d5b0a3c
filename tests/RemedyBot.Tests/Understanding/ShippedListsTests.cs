using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

public sealed class ShippedListsTests
{
    public static TheoryData<string> Languages => [.. TheLists.Languages];

    [Fact]
    public void Every_phrase_can_be_used()
    {
        Assert.Empty(TheLists.Finder.Problems.Select(problem => $"{problem.Language}.yaml:{problem.Line} {problem.Code} {problem.Detail}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_enough_phrases(string language)
    {
        var lists = TheLists.Shipped[language].Signals;

        Assert.True(lists[Signal.Danger].Count >= 80);
        Assert.True(lists[Signal.SelfHarm].Count >= 80);
        Assert.True(lists[Signal.Minor].Count >= 50);
        Assert.True(lists[Signal.Spyware].Count >= 30);
        Assert.True(lists[Signal.Custody].Count >= 30);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_the_lists_of_the_text_checks(string language)
    {
        var lists = TheLists.Shipped[language].Lists;

        foreach (var name in new[] { "negators", "blame", "promises", "minimising", "revealing", "reporting" })
            Assert.True(lists.TryGetValue(name, out var entries) && entries.Count >= 10, name);
        Assert.All(lists["blame"].Concat(lists["promises"]), entry => Assert.False(string.IsNullOrEmpty(entry.Better)));
    }
}
