namespace RemedyBot.Understanding.Matching;

/// <summary>A piece of a phrase, as the pattern syntax knows it.</summary>
internal abstract record PhrasePart(bool Optional);

/// <summary>A word, or with <paramref name="Stem"/> every word that begins with it.</summary>
internal sealed record WordPart(string Word, bool Stem, bool Optional) : PhrasePart(Optional);

/// <summary>A number from one to the other.</summary>
internal sealed record NumberPart(int From, int To, bool Optional) : PhrasePart(Optional);

/// <summary>Up to four words of any kind.</summary>
internal sealed record GapPart() : PhrasePart(false);

/// <summary>One of several sequences.</summary>
internal sealed record ChoicePart(IReadOnlyList<IReadOnlyList<PhrasePart>> Options, bool Optional) : PhrasePart(Optional);
