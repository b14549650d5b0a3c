namespace RemedyBot.Remedy.Triage;

/// <summary>One row of the urgency table: what it is called and what it does.</summary>
public sealed record Modifier(string Id, ModifierEffect Effect)
{
    /// <summary>The table, in the order in which reasons are given.</summary>
    public static IReadOnlyList<Modifier> All { get; } =
    [
        new("danger", ModifierEffect.Now),
        new("danger_unsure", ModifierEffect.Hours),
        new("under_way", ModifierEffect.UpOne),
        new("self_harm", ModifierEffect.Now),
        new("minor_sexual", ModifierEffect.Now),
        new("threat_specific", ModifierEffect.Now),
        new("address_and_threat", ModifierEffect.Now),
        new("outing", ModifierEffect.Hours),
        new("detained", ModifierEffect.Now),
        new("being_reposted", ModifierEffect.UpOne),
        new("device_access", ModifierEffect.Hours),
        new("payment_demanded", ModifierEffect.Hours),
        new("support_cut", ModifierEffect.Hours),
        new("deadline", ModifierEffect.UpOne),
    ];
}
