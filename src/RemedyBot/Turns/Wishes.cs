using RemedyBot.Composition;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Turns;

/// <summary>The wishes as they can be said: by value, title in any language, or other words for the same.</summary>
internal static class Wishes
{
    public static Offer Offer(string wish, LoadedContent content) =>
        new(wish, [.. content.Localizer.Catalog.Titles("common/wish." + wish), .. content.Localizer.Catalog.Titles("common/wish-words." + wish).SelectMany(Synonyms)]);

    private static IEnumerable<string> Synonyms(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
