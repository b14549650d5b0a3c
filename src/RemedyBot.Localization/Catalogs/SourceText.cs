namespace RemedyBot.Localization.Catalogs;

/// <summary>One text of the dialogs in the language it was written in.</summary>
public sealed record SourceText
{
    private readonly bool? _crisis;
    private readonly string? _wish;

    /// <summary><c>dialog/step/text</c>, <c>dialog/step/option.VALUE</c> or, in files of texts, <c>file/KEY</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The text; of a plural, its form for one.</summary>
    public required string Text { get; init; }

    /// <summary>The form for other numbers, or null where the text has no plural; <c>{count}</c> picks the form.</summary>
    public string? Plural { get; init; }

    public TextKind Kind { get; init; } = TextKind.Message;

    /// <summary>Longest length in UTF-16 units that every enabled channel carries; 0 is no limit.</summary>
    public int Max { get; init; }

    /// <summary>Two people sign off its translations.</summary>
    public bool Critical { get; init; }

    /// <summary>Shown in danger, to a child, or where someone may hurt themselves; usually every critical text is.</summary>
    public bool Crisis { get => _crisis ?? Critical; init => _crisis = value; }

    /// <summary>The wish whose title this is (<c>erase</c>), or null; by itself the end of a key like <c>common/wish.erase</c>.</summary>
    public string? Wish { get => _wish ?? WishOf(Key, "wish."); init => _wish = value; }

    /// <summary>The wish that these words, parted by commas, mean too (<c>common/wish-words.erase</c>), or null.</summary>
    public string? WishWords => WishOf(Key, "wish-words.");

    /// <summary>Placeholder names, without braces.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>The file it stands in, from the content root: <c>dialogs/safety.yaml</c>.</summary>
    public required string File { get; init; }

    /// <summary>The line of that file; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>A sentence for the translator, or null.</summary>
    public string? Note { get; init; }

    /// <summary>BCP 47 tag of the language the text is written in.</summary>
    public string Source { get; init; } = "en";

    /// <summary>The name of the file without folder and ending: the name of its PO files.</summary>
    public string Domain => File[(File.LastIndexOf('/') + 1)..] is var name && name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static string? WishOf(string key, string prefix)
    {
        var last = key[(key.LastIndexOf('/') + 1)..];
        return last.StartsWith(prefix, StringComparison.Ordinal) ? last[prefix.Length..] : null;
    }
}
