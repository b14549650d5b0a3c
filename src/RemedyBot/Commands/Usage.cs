using System.CommandLine;
using System.CommandLine.Parsing;

namespace RemedyBot.Commands;

/// <summary>How every command ends: 0 well, 1 with findings or a failure, 2 wrong usage.</summary>
public static class Usage
{
    public const int Well = 0;
    public const int Findings = 1;
    public const int Wrong = 2;

    /// <summary>How long a command may take to end once it was told to: a server finishes the turns it has taken.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(9);

    public static int Say(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Wrong;
    }

    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        // Beside --help nothing counts as an error, and a command that does not exist would have help and status 0.
        if (parsed.Errors.Count == 0 && parsed.UnmatchedTokens.Count == 0)
            return await InvokeAsync(parsed);
        foreach (var problem in Problems(parsed))
            Console.Error.WriteLine(problem);
        Console.Error.WriteLine("Try --help.");
        return Wrong;
    }

    /// <summary>What is wrong with a call, in a sentence each.</summary>
    public static IEnumerable<string> Problems(ParseResult parsed) =>
        parsed.Errors.Count > 0 ? parsed.Errors.Select(Problem) : parsed.UnmatchedTokens.Select(token => $"Unrecognized command or argument '{token}'.");

    /// <summary>The parser says of a value that it cannot read only which type of .NET it would have to be.</summary>
    private static string Problem(ParseError error) => error.SymbolResult is OptionResult { Option: var option } && error.Message.Contains(option.ValueType.ToString(), StringComparison.Ordinal)
        ? $"{option.Name} takes a whole number, such as 42."
        : error.Message;

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = Farewell, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Findings;
        }
        catch (Exception stopped) when (stopped is IOException or UnauthorizedAccessException)
        {
            // The system's own words name a file, a folder or an address, and nothing that anybody wrote.
            Console.Error.WriteLine($"This cannot be done here: {stopped.Message}");
            return Findings;
        }
        catch (Exception broken)
        {
            // Where it broke, without the message: that may hold a person's words.
            Console.Error.WriteLine($"A fault of this program ({broken.GetType().Name}). Please report it with these lines:\n{broken.StackTrace}");
            return Findings;
        }
    }
}
