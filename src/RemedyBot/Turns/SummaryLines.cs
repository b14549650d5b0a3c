using RemedyBot.Composition;

namespace RemedyBot.Turns;

internal static class SummaryLines
{
    public static IEnumerable<string> Of(CaseView view, LoadedContent content, string language) => [];
}
