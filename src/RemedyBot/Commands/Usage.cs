using System.CommandLine;

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
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = Farewell });
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("Try --help.");
        return Wrong;
    }
}
