using System.Security.Cryptography;
using System.Text;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Reviews;

/// <summary>One row of <c>localization/reviews/LANG.tsv</c>: somebody stands for one translation of one source text.</summary>
/// <param name="Hash">Of source and translation; one edit of either voids the row.</param>
/// <param name="Alias">Never a person's real name: the file is public.</param>
/// <param name="Date">YYYY-MM-DD.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record SignOff(string Key, string Hash, string Alias, string Date, string Role)
{
    /// <summary>The first two write, the others read what somebody else wrote.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["author", "translator", "reviewer", "survivor-advocate"];

    public bool Wrote => Role is "author" or "translator";

    internal static SignOff? Read(string[] row) =>
        row is [var key, var hash, var alias, var date, var role] && Roles.Contains(role, StringComparer.Ordinal) ? new(key, hash, alias, date, role) : null;

    internal string Line => string.Join('\t', Key, Hash, Alias, Date, Role);

    internal static string HashOf(SourceText source, PoEntry entry)
    {
        var text = string.Join('\u0001', [source.Text, source.Plural ?? "", .. entry.Strings]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
