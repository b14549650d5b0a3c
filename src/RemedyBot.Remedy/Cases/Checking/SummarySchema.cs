using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Cases.Checking;

/// <summary>The JSON Schema that is shipped, compiled in.</summary>
public static class SummarySchema
{
    public static string Text { get; } = Embedded.Text("case-summary.schema.json");
}
