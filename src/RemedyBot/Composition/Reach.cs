using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>How recipients' systems are reached: the settings `recipients:ID`, with their addresses and secrets.</summary>
public sealed class Reach(IConfiguration settings)
{
    public static Reach None { get; } = new(new ConfigurationBuilder().Build());

    /// <summary>What keeps this recipient from being reached, without a value in it; null where nothing does.</summary>
    public string? Problem(HelpCard card) =>
        settings.GetSection("recipients:" + card.Id).Exists() ? null : $"the settings recipients:{card.Id} are missing";
}
