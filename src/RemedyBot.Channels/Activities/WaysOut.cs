namespace RemedyBot.Channels.Activities;

/// <summary>The wishes by which a person gets out of a question, the most needed first. They stand in `dialogs/channels.yaml`.</summary>
/// <param name="Always">Under every question, as buttons or as words.</param>
/// <param name="Then">As buttons, as far as there is room.</param>
public sealed record WaysOut(IReadOnlyList<string> Always, IReadOnlyList<string> Then)
{
    public static WaysOut None { get; } = new([], []);

    /// <summary>Those that have room, as they stood.</summary>
    public IReadOnlyList<Choice> Fitting(IReadOnlyList<Choice> wishes, int room)
    {
        List<string> order = [.. Always, .. Then];
        var kept = wishes.OrderBy(w => order.IndexOf(w.Value) is >= 0 and var at ? at : order.Count).Take(room).ToHashSet();
        return [.. wishes.Where(kept.Contains)];
    }
}
