namespace RemedyBot.Understanding.Languages;

/// <summary>Which language a message is in, and whose words it is read by.</summary>
/// <param name="Language">BCP 47, or `other`.</param>
/// <param name="Nearest">The same, or of the languages that are known the one it is most like: Ukrainian shares words with Russian.</param>
internal readonly record struct Spoken(string Language, string Nearest);
