using System.Text.Json;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns;

/// <summary>A turn's answer as bytes for the vault, and the taking out of a code once it was shown.</summary>
internal static class StoredTurns
{
    public static byte[] Write(StoredAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, CaseFileContext.Plain.StoredAnswer);

    public static StoredAnswer? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.TrimEnd((byte)' '), CaseFileContext.Default.StoredAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The last stored turn with a placeholder where its code stood; null where it is gone.</summary>
    public static async Task<ReadOnlyMemory<byte>?> WithoutCodeAsync(SealedVault vault, Conversation stored, Renderer renderer, CancellationToken cancellation)
    {
        if (await vault.Conversations.ReadTurnAsync(stored, stored.Seq, cancellation) is not { } turn || Read(turn) is not { } answer)
            return null;
        return Write(WithoutCode(answer, renderer.CodePlaceholder(answer.Language)));
    }

    /// <param name="placeholder">Stands where the code stood.</param>
    public static StoredAnswer WithoutCode(StoredAnswer answer, string placeholder) => answer with
    {
        Messages = [.. answer.Messages.Select(m => m.Code is { } code
            ? m with { Code = null, Text = m.Text.Replace(code, placeholder, StringComparison.Ordinal) }
            : m)],
    };
}
