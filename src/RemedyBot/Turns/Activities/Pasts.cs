using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;
using RemedyBot.Composition;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns.Activities;

/// <summary>Stored turns as Activities: for a client that missed something, or comes anew.</summary>
public sealed class Pasts(SealedVault vault, LoadedContent content)
{
    /// <summary>Turns in one answer: an empty watermark must not have a long conversation opened and written out at once.</summary>
    private const int Page = 50;

    public async Task<History?> ReadAsync(string bearer, int after, bool anew, CancellationToken cancellation)
    {
        if (vault.Tokens.Read(bearer).Token is not { } token)
            return null;
        using var stored = await vault.Conversations.LoadAsync(token.Key, mayBegin: false, cancellation);
        if (stored is null)
            return null;
        if (after >= stored.Seq)
            return new(stored.Seq, []);
        var turns = await vault.Conversations.ReadTurnsAsync(stored, after + 1, Page, cancellation);
        return new(stored.Seq, [.. turns.Select(t => Of(t, anew)).OfType<PastTurn>()]) { Until = turns.Count == Page && turns[^1].Seq < stored.Seq ? turns[^1].Seq : null };
    }

    private PastTurn? Of(StoredTurn stored, bool anew)
    {
        if (StoredTurns.Read(stored.Body.Span) is not { } answer)
            return null;
        var shown = anew ? StoredTurns.WithoutCode(answer, content.Localizer.Catalog.Render(answer.Language, "common/code-gone")) : answer;
        var page = new Shown(content.Channels.Of(null), content.Localizer.Catalog);
        return new(stored.Seq, Person(shown), [.. shown.Messages.SelectMany(m => page.Of(m, shown.Language))]);
    }

    private static Activity? Person(StoredAnswer answer) => answer.Front is null ? null : Fronts.Read(answer.Front, answer.Said ?? "") with { Locale = answer.Language };
}
