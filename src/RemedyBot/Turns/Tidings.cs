using RemedyBot.Storage.Vault;
using Stored = RemedyBot.Storage.Vault.Conversation;

namespace RemedyBot.Turns;

/// <summary>Answers for people in messaging apps, who type no code: what came for somebody who only knocks.</summary>
public sealed class Tidings(SealedVault vault, Casework casework)
{
    /// <summary>Nobody gets further than the language within so few turns.</summary>
    private const int DoorTurns = 4;

    /// <summary>Whether something lies there that the person was not told of.</summary>
    public async Task<bool> AreForAsync(CaseFile file, CancellationToken cancellation) =>
        file.App && (await casework.WithLettersAsync(file, cancellation)).HasNews(casework.Today);

    /// <summary>
    /// The conversation that was ended and kept at this place and for which there is news; it takes the place of the one that is about to begin. Null: none.
    /// </summary>
    /// <param name="here">What goes on or begins at this place.</param>
    /// <param name="any">Also one without news: the person wants it erased.</param>
    public async Task<Stored?> FindAsync(AppPlace place, Stored here, bool any, CancellationToken cancellation)
    {
        if (!IsAtTheDoor(here))
            return null;
        Stored? found = null;
        foreach (var key in await vault.Apps.EndedAsync(place.ChannelId, place.ConversationId, cancellation))
        {
            if (found is not null)
                key.Dispose();
            else if (await vault.Conversations.LoadAsync(key, mayBegin: false, cancellation) is { } ended)
            {
                if (CaseFile.Read(ended.Payload.Span) is { } file && (any || await AreForAsync(file, cancellation)))
                    found = ended;
                else
                    ended.Dispose();
            }
        }
        return found;
    }

    /// <summary>What has hardly begun goes, so that the place leads to one conversation only. Its messages can still be taken back.</summary>
    /// <returns>The app's ids of them.</returns>
    public async Task<IReadOnlyList<string>> LeaveAsync(Stored here, CancellationToken cancellation)
    {
        if (here.IsNew)
            return [];
        var traces = CaseFile.Read(here.Payload.Span)?.AllTraces ?? [];
        await vault.Conversations.EraseAsync(here, new(), cancellation);
        return traces;
    }

    private static bool IsAtTheDoor(Stored here) => here.IsNew
        || (here.Seq <= DoorTurns && CaseFile.Read(here.Payload.Span) is { } file && !file.Conversation.Log.Exists(e => e.IsAnswer && e.Field is not (null or "/person/languages")));
}
