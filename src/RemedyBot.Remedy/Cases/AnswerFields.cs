using RemedyBot.Remedy.Cases.Folding;
using RemedyBot.Remedy.Harms;

namespace RemedyBot.Remedy.Cases;

/// <summary>What answers may fill, as the folds lay them into the summary: an answer to another field, or of another value, would be lost there.</summary>
public static class AnswerFields
{
    private const string Leaf = "/harms/-/leaf";

    // Pointers that stand for what a fold makes of them.
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["/harms"] = Leaf,
        ["/harms/-/primary"] = Leaf,
        ["/statement/original"] = "/statement/original/text",
        ["/contact/safe_times"] = "/contact/safe_times/-/words",
    };

    /// <summary>The field that a pointer written in the dialogs fills; null where it fills none.</summary>
    public static Field? Find(string written)
    {
        var path = FieldPath.Parse(written);
        return FieldTable.Current.Find(Whole.GetValueOrDefault(path.Pointer, path.Pointer)) is { } field && IsOpen(field) && Names(path) ? field : null;
    }

    /// <summary>Whether the field takes this value; a group of harms stands for a choice among them.</summary>
    public static bool Takes(Field field, string value, Taxonomy taxonomy) =>
        field.Path == Leaf ? taxonomy.Find(value) is not null || taxonomy.Group(value) is not null
        : field.Type == "boolean" ? value is "yes" or "no" or "unknown"
        : FieldValue.Of(field, value) is not null;

    /// <summary>Computed and envelope fields are not for answers to fill.</summary>
    internal static bool IsOpen(Field field) => field.Group is not ("envelope" or "consent") && field.Path != "/person/under_18";

    // `#first_seen` names the item of a list by the field that tells its items apart.
    private static bool Names(FieldPath path) =>
        path.Which is null || path.List is null || !ListFold.Keys.TryGetValue(path.List, out var key)
        || FieldValue.Of(FieldTable.Current.Find($"/{path.List}/-/{key}")!, path.Which) is not null;
}
