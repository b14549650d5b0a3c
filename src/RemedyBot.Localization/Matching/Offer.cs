namespace RemedyBot.Localization.Matching;

/// <summary>One choice as offered. Whoever offers it again and again keeps it: what typed text is compared with is made once.</summary>
/// <param name="Titles">Its title in every shipped language.</param>
public sealed record Offer(string Value, IReadOnlyList<string> Titles)
{
    private string? _value;
    private string[]? _titles;

    internal string FoldedValue => _value ??= Folding.Fold(Value);

    internal string[] FoldedTitles => _titles ??= [.. Titles.Select(Folding.Fold)];
}
