using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Concepts;

/// <summary>The words of all concept lists as sorted hashes, to be found in a text in one walk.</summary>
internal sealed class ConceptTable
{
    private const int Buckets = 1 << 12;
    private const int BucketShift = 20;
    private const int MostWords = 4;
    private const int MostConcepts = 24;
    private const int ShortestForeign = 4;
    private const byte StemBit = 0x80;
    private const string Shared = "en";

    // The age of a child, and of a grown person; they mean the same in every language.
    private const byte Age = 0x7F;
    private const byte GrownAge = 0x7D;

    // Of a message that speaks of one thing only, or of nothing known: "on insta" is less of a story than it would be with more beside it.
    private const byte Alone = 0x7C;

    // Words that deny: what stands up to three words after one, or two before, is perhaps not so.
    private const string Denying = "denial";
    private const byte Denial = 0x7E;
    private const int DeniedAfter = 3;
    private const int DeniedBefore = 2;
    private const int YoungestAge = 5;
    private const int OldestAge = 17;
    private const int OldestGrown = 99;

    private readonly uint[] keys;
    private readonly byte[] concepts;
    private readonly int[] firsts = new int[Buckets + 1];

    public ConceptTable(uint[] keys, byte[] concepts)
    {
        this.keys = keys;
        this.concepts = concepts;
        var at = 0;
        for (var bucket = 0; bucket <= Buckets; bucket++)
        {
            while (at < keys.Length && keys[at] >> BucketShift < bucket)
                at++;
            firsts[bucket] = at;
        }
    }

    public ReadOnlySpan<uint> Keys => keys;

    public ReadOnlySpan<byte> Concepts => concepts;

    public static ConceptTable From(IEnumerable<ConceptList> lists)
    {
        var all = lists.ToList();
        var names = all.SelectMany(list => list.Entries).Select(entry => entry.Concept).Where(name => name != Denying).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Alone).ToList();
        var rows = new SortedSet<(uint Key, byte Concept)>();
        foreach (var list in all)
        {
            foreach (var (concept, phrase) in list.Entries)
            {
                var stem = phrase.EndsWith('*');
                var words = TextFolder.Fold(phrase.TrimEnd('*')).ConvertAll(token => FeatureReader.Plain(token.Text));
                if (words.Count is 0 or > MostWords || (concept == Denying ? Denial : names.IndexOf(concept)) is not (>= 0 and var id))
                    continue;
                rows.Add((Key(string.Join(' ', words), list.Language), (byte)(stem ? id | StemBit : id)));
                if (words.All(word => Romanizer.Of(word) is { Length: > 1 }))
                    rows.Add((Key(string.Join(' ', words.Select(Romanizer.Of)), list.Language), (byte)(stem ? id | StemBit : id)));
            }
        }

        return new ConceptTable([.. rows.Select(row => row.Key)], [.. rows.Select(row => row.Concept)]);
    }

    /// <summary>Adds what the words speak of, each two of these things together, and what is denied.</summary>
    /// <param name="language">Whose words they are taken for; English ones are understood beside them.</param>
    public void Read(ReadOnlySpan<Token> tokens, string language, List<uint> features)
    {
        var words = new string[tokens.Length];
        var found = new List<byte>(MostConcepts);
        var places = new List<int>(MostConcepts);
        var denied = -DeniedAfter - 1;
        for (var at = 0; at < tokens.Length; at++)
            words[at] = FeatureReader.Plain(tokens[at].Text);
        for (var at = 0; at < words.Length && found.Count < MostConcepts; at++)
        {
            Match(words, at, language, 1, found);
            if (language != Shared)
                Match(words, at, Shared, ShortestForeign, found);
            foreach (var variant in Variants.WithoutParticles(words[at]))
                Word(variant, language, found);
            if (Romanizer.Of(words[at]) is { Length: > 0 } latin)
                Word(latin, language, found);
            if (AgeIn(words[at]) is { } age)
                Add(found, age);
            if (found.Remove(Denial))
            {
                denied = at;
                for (var one = places.Count - 1; one >= 0 && at - places[one] <= DeniedBefore; one--)
                    features.Add(Hashing.OfConcepts(Hashing.Join(Hashing.Concept, Denial, found[one])));
            }

            for (; places.Count < found.Count; places.Add(at))
            {
                if (at - denied is > 0 and <= DeniedAfter)
                    features.Add(Hashing.OfConcepts(Hashing.Join(Hashing.Concept, found[places.Count], Denial)));
            }
        }

        if (found.Count < 2)
            features.Add(Hashing.OfConcepts(Hashing.Join(Hashing.Concept, Alone, found.Count == 0 ? Alone : found[0])));
        for (var one = 0; one < found.Count; one++)
        {
            features.Add(Hashing.OfConcepts(Hashing.Add(Hashing.Concept, (char)found[one])));
            for (var other = 0; other < one; other++)
                features.Add(Hashing.OfConcepts(Hashing.Join(Hashing.Concept, Math.Min(found[one], found[other]), Math.Max(found[one], found[other]))));
        }
    }

    private static uint Key(string text, string language) => Hashing.Mix(Hashing.Of(text, Hashing.Of(language, Hashing.Concept)));

    private void Word(string word, string language, List<byte> found) => Match([word], 0, language, 1, found);

    private void Match(ReadOnlySpan<string> words, int start, string language, int shortest, List<byte> found)
    {
        var hash = Hashing.Of(language, Hashing.Concept);
        for (var at = start; at < Math.Min(words.Length, start + MostWords); at++)
        {
            if (at > start)
                hash = Hashing.Add(hash, ' ');
            var word = words[at];
            for (var letter = 0; letter < word.Length; letter++)
            {
                hash = Hashing.Add(hash, word[letter]);
                if (at > start || letter + 1 >= shortest)
                    Find(Hashing.Mix(hash), letter == word.Length - 1, found);
            }
        }
    }

    private void Find(uint key, bool whole, List<byte> found)
    {
        var bucket = (int)(key >> BucketShift);
        for (var at = firsts[bucket]; at < firsts[bucket + 1]; at++)
        {
            if (keys[at] == key && (whole || (concepts[at] & StemBit) != 0))
                Add(found, (byte)(concepts[at] & ~StemBit));
        }
    }

    private static void Add(List<byte> found, byte concept)
    {
        if (!found.Contains(concept))
            found.Add(concept);
    }

    private static byte? AgeIn(string word)
    {
        if (word.Length > 2 || !int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var age))
            return null;
        return age switch { >= YoungestAge and <= OldestAge => Age, > OldestAge and <= OldestGrown => GrownAge, _ => null };
    }
}
