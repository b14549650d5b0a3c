using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class ExampleReaderTests
{
    private readonly ExampleReader reader = new(["abuse.threat", "child.csam", "ibsa.ncii"]);

    [Fact]
    public void Reads_messages_authors_and_labels()
    {
        var examples = reader.Read("x", "en", "ibsa.ncii", "# author: ann\n# a comment\nhe posted it {abuse.threat, danger}\n\n# author: bob\nhacked\n");

        Assert.Empty(reader.Problems);
        Assert.Equal(["ann", "bob"], examples.Select(e => e.Author));
        Assert.Equal("he posted it", examples[0].Text);
        Assert.Equal(["ibsa.ncii", "abuse.threat"], examples[0].Harms);
        Assert.Equal([Signal.Danger], examples[0].Signals);
    }

    [Fact]
    public void What_happens_to_a_child_is_about_a_minor() =>
        Assert.Contains(Signal.Minor, Assert.Single(reader.Read("x", "en", "child.csam", "# author: a\npictures")).Signals);

    [Fact]
    public void A_signal_may_leave_the_harm_open()
    {
        var example = Assert.Single(reader.Read("x", "en", "signal.danger", "# author: a\nhes at the door"));

        Assert.Empty(example.Harms);
        Assert.False(example.IsNone);
        Assert.Contains(Signal.Danger, example.Signals);
    }

    [Theory]
    [InlineData("none", "# author: a\nhello {joy}", 2)]
    [InlineData("none", "hello", 1)]
    [InlineData("none", "# author: a\nhello\nhello", 3)]
    [InlineData("none", "# author: a\n{danger}", 2)]
    [InlineData("joy", "hello", 1)]
    [InlineData("signal.joy", "hello", 1)]
    public void A_line_that_cannot_be_used_is_told_of(string section, string content, int line)
    {
        reader.Read("file", "en", section, content);

        var problem = Assert.Single(reader.Problems);
        Assert.Equal(("file", line), (problem.Path, problem.Line));
    }
}
