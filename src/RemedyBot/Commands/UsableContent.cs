using RemedyBot.Composition;

namespace RemedyBot.Commands;

/// <summary>Content as every command reads it: fit for use, or a list on the error stream of what is to be mended.</summary>
internal static class UsableContent
{
    /// <returns>Null where the command has to end with <see cref="Usage.Findings"/>: everything was said.</returns>
    public static LoadedContent? Open(ContentFolder folder)
    {
        var content = LoadedContent.Open(folder, out var problem);
        if (content is null)
            Console.Error.WriteLine(problem);
        return content;
    }

    /// <summary>Says of translators' files which cannot be read, in one language or in all: nothing was written into those. True: there are some.</summary>
    public static bool TellsUnreadable(LoadedContent content, string? language = null)
    {
        var unreadable = content.Localizer.Findings
            .Where(f => f.Severity == Localization.Checks.Severity.Error && (language is null || string.Equals(f.Language, language, StringComparison.OrdinalIgnoreCase))).ToList();
        unreadable.ForEach(f => Console.Error.WriteLine($"{f.File}:{f.Line}: {f.Message}"));
        return unreadable.Count > 0;
    }
}
