using System.Collections.Frozen;

namespace RemedyBot.Remedy.Routes;

/// <summary>The closed list of kinds that the contract names.</summary>
public static class RouteKinds
{
    public static FrozenSet<string> All { get; } = (
        "emergency crisis helpline child_helpline gbv shelter hash_service hotline platform_report platform_appeal search "
        + "account_recovery data_rights dpa regulator dsc ods trusted_flagger equality ombud nhri ncp un court police legal_aid "
        + "victim_support digital_security representative union labour bank operator company interpreter self_help foi "
        + "protection_order address_protection hrd journalist lgbtiq ddos_protection forensics hosting school social_service "
        + "consumer telecom oversight_board human_review")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
