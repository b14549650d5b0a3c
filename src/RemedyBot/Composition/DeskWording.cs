using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Composition;

/// <summary>What the desk calls things: a person reads "My account was taken over", a worker reads about that person.</summary>
internal static class DeskWording
{
    /// <summary>The desk's own key for a text that others say to the person, where `desk.yaml` has one.</summary>
    public static string KeyOf(string key, Catalog catalog) =>
        "desk/" + key.Replace('/', '.') is var own && catalog.Has(own) ? own : key;
}
