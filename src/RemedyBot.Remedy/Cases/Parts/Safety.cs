namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>The four safety answers, in the order they are asked.</summary>
public sealed record Safety
{
    public string? ImmediateDanger { get; init; }
    public string? SelfHarm { get; init; }
    public string? MinorInvolved { get; init; }
    public string? DeviceCompromise { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Safety);
}
