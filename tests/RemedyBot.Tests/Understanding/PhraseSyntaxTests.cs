using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

public sealed class PhraseSyntaxTests
{
    [Theory]
    [InlineData("knock knock", "knock, knock!", true)]
    [InlineData("knock knock", "knock", false)]
    [InlineData("threat*", "he threatened", true)]
    [InlineData("threat*", "thumb", false)]
    [InlineData("(he|she) waits", "she waits", true)]
    [InlineData("(he|my old friend) waits", "my old friend waits", true)]
    [InlineData("(he|she)? waits here", "waits here", true)]
    [InlineData("he waits? here", "he here", true)]
    [InlineData("many (sleeping or other)? pills", "many sleeping or other pills", true)]
    [InlineData("(many) (sleeping or other)? (pills|tablets) ... die*", "so many sleeping or other pills until one dies", true)]
    [InlineData("(many) (sleeping or other)? (pills|tablets) ... die*", "how many pills to die", true)]
    [InlineData("he ... here", "he is waiting just over here", true)]
    [InlineData("he ... here", "he one two three four five here", false)]
    [InlineData("he ... here", "he left. here", false)]
    [InlineData("he ... here", "he is not here", false)]
    [InlineData("<5-17> candles", "12 candles", true)]
    [InlineData("<5-17> candles", "18 candles", false)]
    [InlineData("<place> now", "front door now", true)]
    [InlineData("<place> now", "back door now", false)]
    [InlineData("dont run", "don't run", true)]
    [InlineData("🔪", "look🔪🔪", true)]
    public void A_phrase_matches_what_it_says(string phrase, string text, bool matches)
    {
        var finder = TheLists.Of($"signals: {{ danger: [\"{phrase}\"] }}\nwords: {{ place: [front door, gate] }}\nnegation: {{ before: [not] }}\n");

        Assert.Empty(finder.Problems);
        Assert.Equal(matches, finder.Find(text).Contains(Signal.Danger));
    }

    [Theory]
    [InlineData("(open", "pattern")]
    [InlineData("close)", "pattern")]
    [InlineData("<nowhere>", "pattern")]
    [InlineData("<nowhere", "pattern")]
    [InlineData("...", "pattern")]
    [InlineData("maybe?", "pattern")]
    [InlineData("a*", "pattern")]
    [InlineData("- !", "pattern")]
    [InlineData("((((((((((deep))))))))))", "pattern")]
    [InlineData("<loop> now", "pattern")]
    public void A_phrase_that_breaks_the_syntax_is_reported_with_its_line_and_the_rest_works(string phrase, string code)
    {
        var finder = TheLists.Of($"words: {{ loop: [<loop>] }}\nsignals:\n  danger:\n    - \"{phrase}\"\n    - fire\n");

        var problem = Assert.Single(finder.Problems);
        Assert.Equal((4, code), (problem.Line, problem.Code));
        Assert.Contains(Signal.Danger, finder.Find("fire"));
    }

    [Theory]
    [InlineData("signals: [", "yaml")]
    [InlineData("- only a list", "shape")]
    [InlineData("signals: no", "shape")]
    [InlineData("signals: { joy: [hello] }", "signal")]
    [InlineData("signals: { danger: fire }", "shape")]
    [InlineData("signals: { danger: [[fire]] }", "shape")]
    [InlineData("lists: { blame: [{ better: x }] }", "shape")]
    public void A_file_of_another_shape_is_reported_and_raises_nothing(string yaml, string code)
    {
        var finder = TheLists.Of(yaml);

        Assert.Equal(code, Assert.Single(finder.Problems).Code);
        Assert.Empty(finder.Find("fire"));
    }

    [Fact]
    public void An_exception_around_a_phrase_makes_it_harmless_and_only_it()
    {
        var finder = TheLists.Of("signals: { danger: [killing me] }\nexcept: { danger: [heat is killing me] }\n");

        Assert.Empty(finder.Find("the heat is killing me"));
        Assert.NotEmpty(finder.Find("the heat is killing me, he is killing me"));
    }

    [Fact]
    public void A_phrase_with_too_many_alternatives_is_reported_and_left_out()
    {
        var wide = string.Join('|', Enumerable.Range(0, 500).Select(number => $"tree w{number}x"));
        var finder = TheLists.Of($"signals: {{ danger: [\"({wide})\", fire] }}");

        Assert.Equal("wide", Assert.Single(finder.Problems).Code);
        Assert.Empty(finder.Find("tree w7x"));
        Assert.NotEmpty(finder.Find("fire"));
    }

    [Fact]
    public void A_listed_look_alike_is_no_typo()
    {
        var finder = TheLists.Of("signals: { danger: [shooting] }\nnot_typos: [shouting]\n");

        Assert.Empty(finder.Find("shouting"));
        Assert.NotEmpty(finder.Find("shoting"));
    }

    [Fact]
    public void Names_of_signals_are_those_of_the_contract()
    {
        Assert.Equal(["danger", "selfharm", "minor", "spyware", "custody"], SignalNames.All.Select(SignalNames.Of));
        Assert.All(SignalNames.All, signal => Assert.Equal(signal, SignalNames.Parse(SignalNames.Of(signal))));
        Assert.Null(SignalNames.Parse("joy"));
    }
}
