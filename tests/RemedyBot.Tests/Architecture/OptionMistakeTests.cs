using System.CommandLine;
using RemedyBot.Commands;

namespace RemedyBot.Tests.Architecture;

/// <summary>A value that an option cannot take is answered with what it takes, not with a type of .NET.</summary>
public sealed class OptionMistakeTests
{
    private const string Bad = "abc";

    public static TheoryData<string> Options => new(CommandPageTests.Leaves(CommandPageTests.Root(), "remedybot").SelectMany(l => l.Command.Options.Select(o => $"{l.Name} {o.Name}")));

    [Theory]
    [MemberData(nameof(Options))]
    public void No_option_names_a_type(string name)
    {
        var option = name.Split(' ')[^1];
        var parsed = CommandPageTests.Root().Parse([.. $"{name}={Bad}".Split(' ')[1..]]);
        var problems = Usage.Problems(parsed).ToList();
        Assert.DoesNotContain(problems, p => p.Contains("System.", StringComparison.Ordinal));
        if (parsed.CommandResult.Command.Options.Single(o => o.Name == option).ValueType is var type && type != typeof(string) && type != typeof(bool))
            Assert.Contains(problems, p => p.StartsWith(option + " takes a whole number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chat --seed abc", "--seed takes a whole number, such as 42.")]
    [InlineData("chat --seed 99999999999999999999", "--seed takes a whole number, such as 42.")]
    [InlineData("localize evaluate --confusions 1.5", "--confusions takes a whole number, such as 42.")]
    public void It_says_what_the_option_takes(string call, string sentence) => Assert.Equal([sentence], Usage.Problems(CommandPageTests.Root().Parse(call)));

    [Fact]
    public async Task The_program_says_so_and_ends_with_wrong_usage()
    {
        var run = await Contract.AProgram.Run([], "chat", "--seed", Bad);
        Assert.Equal(Usage.Wrong, run.Exit);
        Assert.StartsWith("--seed takes a whole number", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Errors, StringComparison.Ordinal);
    }
}
