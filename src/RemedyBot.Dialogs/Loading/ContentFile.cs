namespace RemedyBot.Dialogs.Loading;

/// <summary>A content file: its name without folder and ending, where it lies, and its text.</summary>
public sealed record ContentFile(string Name, string Path, string Text);
