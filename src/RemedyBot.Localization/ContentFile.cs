namespace RemedyBot.Localization;

/// <summary>One text file of the content folder, as the program read it.</summary>
/// <param name="Path">Relative to the content root, with forward slashes: <c>localization/es/common.po</c>.</param>
/// <param name="Content">The whole text, decoded from UTF-8; a byte order mark is kept, so that checks can report it.</param>
public sealed record ContentFile(string Path, string Content);
