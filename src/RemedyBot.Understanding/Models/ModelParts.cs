using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Languages;

namespace RemedyBot.Understanding.Models;

/// <summary>The arrays that a model is made of.</summary>
internal sealed record ModelParts
{
    public required FeatureTable Features { get; init; }

    public required Weights Weights { get; init; }

    public required float[] Biases { get; init; }

    public required ConceptTable Concepts { get; init; }

    public required LanguageGuess Language { get; init; }

    public required Thresholds Thresholds { get; init; }
}
