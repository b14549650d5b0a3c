using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Handoff;

/// <summary>Programs that stand on the other side: npm's jose, and our own built program.</summary>
internal static class OtherSide
{
    internal static async Task<JsonNode> JoseAsync(object task) =>
        JsonNode.Parse(await Programs.NodeAsync("jose", ["jose.mjs"], JsonSerializer.Serialize(task) + "\n"))!;

    internal static Task<(int Status, string Said, string Complained)> RemedyBotAsync(string input, params string[] arguments) =>
        Programs.RunAsync("dotnet", AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), .. arguments], input);
}
