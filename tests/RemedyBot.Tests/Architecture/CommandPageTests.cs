using System.CommandLine;
using System.Text.RegularExpressions;
using RemedyBot.Commands;

namespace RemedyBot.Tests.Architecture;

/// <summary>Every command is told of in the README and has an example in its help that would run.</summary>
public sealed partial class CommandPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string> Names => new(Leaves(Root(), "remedybot").Select(l => l.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_names_the_command(string name) => Assert.Matches($@"`{Regex.Escape(name)}\b", Page);

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_help_has_an_example_that_is_understood(string name)
    {
        var root = Root();
        var command = Leaves(root, "remedybot").Single(l => l.Name == name).Command;
        var example = Example().Match(command.Description!);
        Assert.True(example.Success, $"{name} --help has no example");
        Assert.StartsWith(name["remedybot ".Length..], example.Groups[1].Value, StringComparison.Ordinal);
        var parsed = root.Parse(example.Groups[1].Value);
        Assert.Empty(parsed.Errors);
        Assert.Same(command, parsed.CommandResult.Command);
    }

    [Fact]
    public void The_program_offers_every_command_that_exists()
    {
        var program = File.ReadAllText(Path.Combine(Repository.Root, "src/RemedyBot/Program.cs"));
        Assert.All(Commands(), type => Assert.Contains(type.Name + ".Create()", program, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_written_in_the_page_exist()
    {
        var known = Leaves(Root(), "remedybot").SelectMany(l => l.Command.Options).Select(o => o.Name).Append("--help").Append("--version").ToHashSet(StringComparer.Ordinal);
        var written = Call().Matches(Page).SelectMany(m => Option().Matches(m.Value).Select(o => o.Value)).Distinct();
        Assert.DoesNotContain(written, o => !known.Contains(o));
    }

    internal static RootCommand Root()
    {
        var root = new RootCommand();
        foreach (var type in Commands())
            root.Add((Command)type.GetMethod("Create")!.Invoke(null, null)!);
        return root;
    }

    private static IEnumerable<Type> Commands() =>
        typeof(Usage).Assembly.GetTypes().Where(t => t.Namespace == typeof(Usage).Namespace && t.GetMethod("Create")?.ReturnType == typeof(Command));

    internal static IEnumerable<(string Name, Command Command)> Leaves(Command command, string name) =>
        command.Subcommands.Count == 0 ? [(name, command)] : command.Subcommands.SelectMany(c => Leaves(c, $"{name} {c.Name}"));

    [GeneratedRegex(@"Example: remedybot ([^<|\n]+)")]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<=`|^|\s)remedybot [a-z][^`\n]*", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=\s)--[a-z-]+")]
    private static partial Regex Option();
}
