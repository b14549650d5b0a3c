using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Desk;

/// <summary>Sets the desk up and lets workers in and out. A worker is who stands in both the store and the desk file.</summary>
public sealed class DeskEnrolment(DeskFile file, WorkerStore workers, TimeProvider time) : IDisposable
{
    // One change of the desk file at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);

    public bool IsSetUp => file.Read() is not null;

    /// <summary>Makes the desk key and the first worker, who alone can open it.</summary>
    public Task<EnrolmentResult> SetUpAsync(NewWorker first, CancellationToken cancellation) => GatedAsync(
        async () =>
        {
            if (IsSetUp)
                return EnrolmentResult.AlreadySetUp;
            if (Problem(first) is { } problem)
                return problem;
            using var key = OpeningKey.Create();
            // What a set-up that broke off left behind opens nothing that counts.
            await workers.RemoveAsync(SignInWord.Normalize(first.Word), cancellation).ConfigureAwait(false);
            return await EnrolAsync(first, key, new DeskCard(key.Public, null, NoWorkers), cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>Sets up a desk whose case key is held elsewhere. False: a desk stands already.</summary>
    public bool SetUp(SealingKey publicKey)
    {
        if (IsSetUp)
            return false;
        file.Write(new DeskCard(publicKey, null, NoWorkers) { KeyIsElsewhere = true });
        return true;
    }

    /// <summary>Lets the first worker into a desk whose case key is held elsewhere: makes the key of its list.</summary>
    public Task<EnrolmentResult> AddFirstAsync(NewWorker first, CancellationToken cancellation) => GatedAsync(
        async () =>
        {
            if (file.Read() is not { KeyIsElsewhere: true, ListKey: null } card)
                return EnrolmentResult.AlreadySetUp;
            if (Problem(first) is { } problem)
                return problem;
            using var key = OpeningKey.Create();
            return await EnrolAsync(first, key, card with { ListKey = key.Public }, cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>Lets a further worker in; needs a colleague who is signed in, since only they hold the key to pass on.</summary>
    public Task<EnrolmentResult> AddAsync(NewWorker worker, DeskSession colleague, CancellationToken cancellation) => GatedAsync(
        async () => file.Read() is not { } card
            ? EnrolmentResult.WordUnusable
            : Problem(worker) ?? await EnrolAsync(worker, colleague.Key, card, cancellation).ConfigureAwait(false),
        cancellation);

    /// <summary>Removes a worker; false where there is none of that word, or no other who could still open the cases.</summary>
    public Task<bool> RemoveAsync(string word, CancellationToken cancellation) => GatedAsync(
        async () =>
        {
            var normalized = SignInWord.Normalize(word);
            var place = SignInWord.RosterKey(normalized);
            if (file.Read() is not { Workers.Count: > 1 } card || !card.Workers.ContainsKey(place))
                return false;
            // The file first: from then on sign-in and open sessions are refused.
            file.Write(card with { Workers = card.Workers.Where(pair => pair.Key != place).ToDictionary(StringComparer.Ordinal) });
            await workers.RemoveAsync(normalized, cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);

    /// <summary>The sign-in words, for a worker who is signed in.</summary>
    public IReadOnlyList<string> Words(DeskSession session) =>
        file.Read() is { } card
            ? [.. card.Workers.Values.Select(word => SignInWord.Open(word, session.Key)).OfType<string>().Order(StringComparer.Ordinal)]
            : [];

    public void Dispose() => _gate.Dispose();

    private static Dictionary<string, string> NoWorkers => new(StringComparer.Ordinal);

    private async Task<EnrolmentResult> EnrolAsync(NewWorker worker, OpeningKey key, DeskCard card, CancellationToken cancellation)
    {
        var word = SignInWord.Normalize(worker.Word);
        var place = SignInWord.RosterKey(word);
        if (card.Workers.ContainsKey(place))
            return EnrolmentResult.WordTaken;
        // The code typed to prove the app works is used up, like any other.
        var step = worker.Code is { } code ? OneTimeCode.Check(worker.Totp, code, time.GetUtcNow(), 0) ?? 0 : 0;
        var secret = new WorkerSecret(key.ToJwk(), worker.Totp, step);
        await workers.RemoveAsync(word, cancellation).ConfigureAwait(false);
        if (!await workers.AddAsync(word, worker.Passphrase, secret.ToJson(), cancellation).ConfigureAwait(false))
            return EnrolmentResult.WordTaken;
        file.Write(card with { Workers = new Dictionary<string, string>(card.Workers, StringComparer.Ordinal) { [place] = SignInWord.Seal(word, key.Public) } });
        return EnrolmentResult.Enrolled;
    }

    private EnrolmentResult? Problem(NewWorker worker)
    {
        if (!SignInWord.IsUsable(SignInWord.Normalize(worker.Word)))
            return EnrolmentResult.WordUnusable;
        if (!Passphrase.IsLongEnough(worker.Passphrase))
            return EnrolmentResult.PassphraseTooShort;
        var codeFits = worker.Code is null
            ? OneTimeCode.IsSecret(worker.Totp)
            : OneTimeCode.Check(worker.Totp, worker.Code, time.GetUtcNow(), lastStep: 0) is not null;
        return codeFits ? null : EnrolmentResult.CodeWrong;
    }

    private async Task<T> GatedAsync<T>(Func<Task<T>> change, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
