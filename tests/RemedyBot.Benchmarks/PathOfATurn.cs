using System.Runtime.CompilerServices;

namespace RemedyBot.Benchmarks;

/// <summary>What somebody must read to follow a message from the endpoint to the step that hears it, and its commit.</summary>
internal static class PathOfATurn
{
    private static readonly string[] Files =
    [
        "RemedyBot/Pages/Chat/ChatEndpoint.cs",
        "RemedyBot/Pages/Chat/ChatFormReader.cs",
        "RemedyBot/Turns/TurnRunner.cs",
        "RemedyBot/Turns/Lanes.cs",
        "RemedyBot.Storage/Vault/ConversationStore.cs",
        "RemedyBot/Turns/InputReader.cs",
        "RemedyBot/Turns/Casework.cs",
        "RemedyBot.Dialogs/Turns/Engine.cs",
        "RemedyBot.Dialogs/Turns/Walk.cs",
    ];

    public static (int Files, int Lines) Count() => (Files.Length, Files.Sum(f => File.ReadLines(Path.Combine(Source(), f)).Count()));

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src"));
}
