using RemedyBot.Remedy.Harms;

namespace RemedyBot.Remedy.Triage;

/// <summary>Computes urgency; nobody is asked for a number and no model decides.</summary>
public static class UrgencyTable
{
    /// <param name="leaves">Harms of the case; unknown ones count for nothing.</param>
    /// <param name="modifiers">Ids of <see cref="Modifier.All"/> that hold.</param>
    /// <param name="cleared">Signals that the person took back; they never lower the level.</param>
    /// <returns>Null while there is neither a harm nor a modifier.</returns>
    public static Assessment? Assess(
        Taxonomy taxonomy, IReadOnlyList<string> leaves, IReadOnlySet<string> modifiers, IReadOnlyList<string> cleared)
    {
        var known = leaves.Where(l => taxonomy.Find(l) is not null).Distinct(StringComparer.Ordinal).ToList();
        var fired = Modifier.All.Where(m => modifiers.Contains(m.Id)).ToList();
        if (known.Count == 0 && fired.Count == 0)
            return null;

        // A case without a harm yet stands where the least urgent harm would: adding one can then only raise it.
        var level = Raised(taxonomy.MostUrgent(known) ?? UrgencyLevel.U3, fired);
        foreach (var modifier in fired)
            level = Smaller(level, modifier.Effect switch
            {
                ModifierEffect.Now => UrgencyLevel.U0,
                ModifierEffect.Hours => UrgencyLevel.U1,
                _ => level,
            });
        return new Assessment(level,
        [
            .. fired.Select(m => "mod:" + m.Id),
            .. known.Select(l => "leaf:" + l),
            .. cleared.Distinct(StringComparer.Ordinal).Select(c => "cleared:" + c),
        ]);
    }

    private static UrgencyLevel Raised(UrgencyLevel leaf, List<Modifier> fired) =>
        leaf > UrgencyLevel.U1 && fired.Exists(m => m.Effect == ModifierEffect.UpOne) ? leaf - 1 : leaf;

    private static UrgencyLevel Smaller(UrgencyLevel a, UrgencyLevel b) => a < b ? a : b;
}
