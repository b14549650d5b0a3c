using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Desk;

/// <summary>Lets a worker in whose passphrase and one-time code are both right.</summary>
public sealed class DeskSignIn(DeskFile file, WorkerStore workers, DeskSessions sessions, SignInGate gate, TimeProvider time)
{
    /// <param name="bucket">Opaque name of the queue for those who wait.</param>
    public async Task<SignInResult> SignInAsync(string word, string passphrase, string code, string bucket, CancellationToken cancellation)
    {
        var normalized = SignInWord.Normalize(word);
        if (normalized.Length > SignInWord.Longest || passphrase.Length > Passphrase.MostCharacters)
            return new SignInResult.Refused();
        if (gate.Enter(normalized) is { } pause)
            return new SignInResult.Wait(pause);
        try
        {
            using var key = await OpenAsync(normalized, passphrase, code, bucket, cancellation).ConfigureAwait(false);
            if (key is null)
                return new SignInResult.Refused();
            gate.Forget(normalized);
            return new SignInResult.Opened(sessions.Open(key, normalized));
        }
        catch (TimeoutException)
        {
            gate.TakeBack(normalized);
            return new SignInResult.Busy();
        }
    }

    // The store runs Argon2id for words that belong to nobody too, so that the time says nothing.
    private async Task<OpeningKey?> OpenAsync(string word, string passphrase, string code, string bucket, CancellationToken cancellation)
    {
        using var worker = await workers.OpenAsync(word, passphrase, bucket, cancellation).ConfigureAwait(false);
        if (worker is null || file.Read() is not { } card || !card.Workers.ContainsKey(SignInWord.RosterKey(word)))
            return null;
        if (WorkerSecret.Read(worker.Payload.Span) is not { } secret || OneTimeCode.Check(secret.Totp, code, time.GetUtcNow(), secret.Step) is not { } step)
            return null;
        // Written before the door opens: of two that bring the same code at once, one finds the row changed.
        var used = secret with { Step = step };
        return await workers.UpdateAsync(worker, used.ToJson(), cancellation).ConfigureAwait(false) ? OpeningKey.Read(secret.Key) : null;
    }
}
