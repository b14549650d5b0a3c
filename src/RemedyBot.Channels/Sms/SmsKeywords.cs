using System.Collections.Frozen;

namespace RemedyBot.Channels.Sms;

/// <summary>Words that networks oblige every number to know, as the wishes they come to. Which ones stands in the channels' file; a word that answers questions ("yes") is none.</summary>
public sealed class SmsKeywords
{
    private readonly FrozenDictionary<string, string> _wishes;

    /// <param name="words">For each wish, its words in any language and spelling.</param>
    public SmsKeywords(IReadOnlyDictionary<string, IReadOnlyList<string>> words) =>
        _wishes = words.SelectMany(w => w.Value.Select(k => (Key: Bare(k), Wish: w.Key))).DistinctBy(p => p.Key).ToFrozenDictionary(p => p.Key, p => p.Wish, StringComparer.OrdinalIgnoreCase);

    /// <summary>The wish that a message is, and nothing else; null where it is none.</summary>
    public string? WishOf(string text) => text.Length <= 40 ? _wishes.GetValueOrDefault(Bare(text)) : null;

    private static string Bare(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => char.IsLetterOrDigit(c))).ToUpperInvariant();
}
