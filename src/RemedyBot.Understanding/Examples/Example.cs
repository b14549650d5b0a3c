using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Examples;

/// <summary>A message that was written to learn from, and what is true of it.</summary>
/// <param name="Language">BCP 47 tag of the folder it stands in.</param>
/// <param name="Author">Alias of who wrote it; never a name.</param>
/// <param name="Harms">The leaves, the main one first; none where the message tells of no harm, or where which harm it is was left open.</param>
/// <param name="IsNone">No harm online in it.</param>
public sealed record Example(string Text, string Language, string Author, IReadOnlyList<string> Harms, IReadOnlySet<Signal> Signals, bool IsNone);
