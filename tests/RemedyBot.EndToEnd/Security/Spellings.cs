using System.Text;

namespace RemedyBot.EndToEnd.Security;

/// <summary>The ways in which a secret might stand in a file although nobody meant it to.</summary>
internal static class Spellings
{
    /// <summary>As it is, as UTF-16, escaped as JSON does, in hex of both cases, and in base64 at each of its three alignments.</summary>
    public static IEnumerable<byte[]> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return bytes;
        yield return Encoding.Unicode.GetBytes(secret);
        yield return Encoding.BigEndianUnicode.GetBytes(secret);
        yield return Encoding.ASCII.GetBytes(System.Text.Json.JsonEncodedText.Encode(secret).ToString());
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            // A few signs stand in every long random text.
            if (text.Length < 16)
                yield break;
            // Signs at both ends depend on the neighbours.
            yield return Encoding.ASCII.GetBytes(text[4..^4]);
            yield return Encoding.ASCII.GetBytes(text[4..^4].Replace('+', '-').Replace('/', '_'));
        }
    }

    public static void AssertAbsent(IReadOnlyDictionary<string, byte[]> files, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
            foreach (var spelling in Of(secret))
                foreach (var (name, content) in files)
                    Assert.True(content.AsSpan().IndexOf(spelling) < 0, $"'{secret}' stands in {name}.");
    }
}
