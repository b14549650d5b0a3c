namespace RemedyBot.Channels.Activities;

/// <summary>What a layout needs from the catalogs, in the message's language.</summary>
/// <param name="Done">On the button that ends a choice of several.</param>
/// <param name="First">The line that a message begins with so that a notification tells nothing; null for none.</param>
public sealed record LayoutWords(string Done, string? First = null)
{
    /// <summary>The line that names wishes which can be written; null where there is no such line.</summary>
    public Func<IEnumerable<string>, string>? Ways { get; init; }
}
