namespace RemedyBot.Understanding.Folding;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap
{
    None,
    Clause,
    Sentence,
}

/// <summary>One folded word, number or emoji.</summary>
/// <param name="Before">What stands between it and the word before.</param>
/// <param name="Stretched">A letter stood three times or more: "helllp".</param>
internal readonly record struct Token(string Text, Gap Before, bool Stretched = false)
{
    public bool Censored => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>Hides a person's words.</summary>
    public override string ToString() => "Token";
}
