namespace RemedyBot.Understanding.Models;

/// <summary>What was learned from the example messages. Immutable; safe to share between threads.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(string fingerprint, IReadOnlyList<string> leaves, ModelParts parts)
    {
        Fingerprint = fingerprint;
        Leaves = leaves;
        Parts = parts;
    }

    /// <summary>Stands for the examples, lists and settings that it was learned from; another one means that it is stale.</summary>
    public string Fingerprint { get; }

    /// <summary>The harms that can be suggested, by their leaves.</summary>
    public IReadOnlyList<string> Leaves { get; }

    /// <summary>The languages told apart; one of them stands for all others.</summary>
    public IReadOnlyList<string> Languages => Parts.Language.Languages;

    internal ModelParts Parts { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="FormatException">It is no model of this version.</exception>
    public static TrainedModel Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ModelFile.Read(file);
    }

    /// <summary>The model as the bytes of a file.</summary>
    public byte[] Write() => ModelFile.Write(this);
}
