using System.Runtime.InteropServices;
using System.Text;
using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Languages;

namespace RemedyBot.Understanding.Models;

/// <summary>The model's file: a heading, names, then flat arrays in the order in which they are used. Little-endian.</summary>
internal static class ModelFile
{
    private const uint Magic = 0x324D_4252; // RBM2
    private const int MostItems = 1 << 24;

    public static byte[] Write(TrainedModel model)
    {
        var parts = model.Parts;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(model.Fingerprint);
        Names(writer, model.Leaves);
        Names(writer, model.Languages);
        writer.Write(parts.Thresholds.Temperature);
        writer.Write(parts.Thresholds.None);
        Array(writer, parts.Thresholds.Alarm.AsSpan());
        Array(writer, parts.Thresholds.Firm.AsSpan());
        Array(writer, parts.Thresholds.Unlikely.AsSpan());
        Array(writer, parts.Features.Keys);
        Array(writer, parts.Features.Rarities);
        Array(writer, parts.Weights.Packed);
        Array(writer, parts.Weights.Scales);
        Array(writer, parts.Biases.AsSpan());
        Array(writer, parts.Concepts.Keys);
        Array(writer, parts.Concepts.Concepts);
        Array(writer, parts.Language.Weights.Packed);
        Array(writer, parts.Language.Weights.Scales);
        Array(writer, parts.Language.Biases);
        writer.Flush();
        return stream.ToArray();
    }

    public static TrainedModel Read(byte[] file)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(file, writable: false), Encoding.UTF8);
            if (reader.ReadUInt32() != Magic)
                throw new FormatException("This is no model of this version. Run `remedybot localize train`.");
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or OverflowException)
        {
            throw new FormatException("The model is cut short or damaged. Run `remedybot localize train`.", e);
        }
    }

    private static TrainedModel Read(BinaryReader reader)
    {
        var fingerprint = reader.ReadString();
        var leaves = Names(reader);
        var languages = Names(reader);
        var thresholds = new Thresholds(reader.ReadSingle(), reader.ReadSingle(), Array<float>(reader), Array<float>(reader), Array<float>(reader));
        var features = new FeatureTable(Array<uint>(reader), Array<byte>(reader));
        var packed = Array<byte>(reader);
        var scales = Array<Half>(reader);
        var biases = Array<float>(reader);
        if (scales.Length != features.Count || features.Rarities.Length != features.Count || packed.Length != scales.Length * Weights.BytesFor(biases.Length))
            throw new FormatException("The model's parts do not fit together. Run `remedybot localize train`.");
        var concepts = new ConceptTable(Array<uint>(reader), Array<byte>(reader));
        var own = Array<byte>(reader);
        var ownScales = Array<Half>(reader);
        return new TrainedModel(fingerprint, leaves, new ModelParts
        {
            Thresholds = thresholds,
            Features = features,
            Weights = new Weights(packed, scales, biases.Length),
            Biases = biases,
            Concepts = concepts,
            Language = new LanguageGuess(languages, new Weights(own, ownScales, languages.Length), Array<float>(reader)),
        });
    }

    private static void Names(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
            writer.Write(name);
    }

    private static string[] Names(BinaryReader reader)
    {
        var names = new string[Math.Clamp(reader.ReadInt32(), 0, 1000)];
        for (var at = 0; at < names.Length; at++)
            names[at] = reader.ReadString();
        return names;
    }

    private static void Array<T>(BinaryWriter writer, ReadOnlySpan<T> items) where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    private static T[] Array<T>(BinaryReader reader) where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostItems * 4)
            throw new FormatException("The model is damaged. Run `remedybot localize train`.");
        var items = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }
}
