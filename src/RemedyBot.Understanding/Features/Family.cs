namespace RemedyBot.Understanding.Features;

/// <summary>What a feature is made of; each family counts as a whole, however many features it has.</summary>
internal enum Family
{
    Letters,
    Words,
    Concepts,
}
