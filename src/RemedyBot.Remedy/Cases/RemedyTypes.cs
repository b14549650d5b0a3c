using System.Collections.Frozen;

namespace RemedyBot.Remedy.Cases;

/// <summary>The five kinds of remedy and the single things that belong to each.</summary>
public static class RemedyTypes
{
    private static readonly FrozenDictionary<string, string> TypeOf = new (string Type, string Items)[]
    {
        ("restitution", "remove_content deindex block_reupload restore_account restore_content erase_data correct_data new_decision restore_benefit"),
        ("compensation", "money costs"),
        ("rehabilitation", "counselling medical security_help legal_help relocation"),
        ("satisfaction", "apology reasons acknowledgement correction_public sanction truth"),
        ("non_repetition", "policy_change design_change ban_user audit oversight"),
    }
    .SelectMany(t => t.Items.Split(' ').Select(i => (t.Type, Item: i)))
    .ToFrozenDictionary(p => p.Item, p => p.Type, StringComparer.Ordinal);

    /// <summary>The kind a single thing belongs to; null where it is not on the list.</summary>
    public static string? Of(string item) => TypeOf.GetValueOrDefault(item);
}
