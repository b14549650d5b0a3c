using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.EndToEnd.Handoff;

/// <summary>A server's store with the real dispatcher and poller, and one recipient.</summary>
internal sealed class Sending : IAsyncDisposable
{
    internal const string Words = "ينشر صوري. Está publicando mis fotos. <script>alert(1)</script>";

    internal static readonly SenderTexts Texts = new(
        "Case {ref}", "A case is waiting at the desk: {ref}.", "The case {ref} is in the sealed file.", "The person took the case {ref} back.", "The person wrote back about {ref}:", "The consent for {ref} ends soon.", "Case {ref}, sent again");

    private static readonly SystemRandomness Random = new();
    private readonly SealedVault _vault;
    private readonly ISender _sender;
    private readonly SignKey _sign;

    private Sending(SealedVault vault, ISender sender)
    {
        _vault = vault;
        _sender = sender;
        _sign = new SignKey(vault.Signing.Current.Key);
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    internal static async Task<Sending> OpenAsync(ISender sender) =>
        new(await SealedVault.OpenAsync(new() { DataFolder = null }, TimeProvider.System, Random, default), sender);

    internal PreparedHandoff Prepare(Recipient recipient)
    {
        var reference = HandoffReference.New(Random);
        var projection = JsonSerializer.Serialize(new
        {
            schema = "remedybot.case-summary/1",
            id = reference,
            created = "2026-11-22",
            person = new { handle = "Blue Heron", languages = new[] { "ar", "es" } },
            harms = new object[] { new { leaf = "ibsa.ncii", primary = true }, new { leaf = "priv.doxxing" } },
            urgency = new { level = "U1", reasons = new[] { "leaf:ibsa.ncii" } },
            statement = new { original = new { text = Words, lang = "ar" } },
        });
        var terms = new ConsentTerms("https://help.example", ["g1", "g3", "g4"], "support", "self", Today, Today.AddDays(30), "1");
        var means = new HandoffMeans(_sign, Random) { Readable = _ => "What happened: " + Words, Now = TimeProvider.System.GetUtcNow() };
        return HandoffPreparation.Prepare(reference, projection, recipient, terms, means);
    }

    internal Task QueueAsync(Parcel parcel) => _vault.Outbox.AddAsync(parcel.ToDraft(_vault.Outbox.NewId(), TimeProvider.System.GetUtcNow()), default);

    internal Task<int> DispatchAsync() => new Dispatcher(_vault.Outbox, [_sender], TimeProvider.System, NullLogger<Dispatcher>.Instance).RunOnceAsync(default);

    internal Task<int> PollAsync() => new ThreadPoller(_vault.Threads, [_sender], TimeProvider.System, NullLogger<ThreadPoller>.Instance).RunOnceAsync(default);

    /// <summary>As if the consent were about to end.</summary>
    internal async Task<int> RemindAsync()
    {
        var soon = new InFourWeeks();
        var queued = await new Reminders(_vault.Threads, soon, NullLogger<Reminders>.Instance).RunOnceAsync(default);
        return queued == 0 ? 0 : await new Dispatcher(_vault.Outbox, [_sender], soon, NullLogger<Dispatcher>.Instance).RunOnceAsync(default);
    }

    internal Parcel Withdrawal(PreparedHandoff prepared) =>
        Parcel.OfWithdrawal(prepared.Parcel.Recipient, new WithdrawalNotice("https://help.example", prepared.Ref, Today), _sign, prepared.Parcel.Expires, prepared.Parcel.Box);

    internal static Parcel Answer(Recipient recipient, PreparedHandoff prepared, string words) => PersonAnswer.Prepare(
        new HandoffRoute(recipient, prepared.Ref, prepared.Parcel.Expires), words, 1, Today, new HandoffMeans(null!, Random) { Now = TimeProvider.System.GetUtcNow() });

    internal async Task<IReadOnlyList<Note>> LettersAsync(PreparedHandoff prepared)
    {
        using var key = OpeningKey.Read(prepared.BoxKey)!;
        var letters = await _vault.Letters.ReadAsync(prepared.Parcel.Box!.IdBytes(), default);
        return [.. letters.Select(letter => LetterSeal.Open(letter, key, prepared.BoxId)).OfType<Note>()];
    }

    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    private sealed class InFourWeeks : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(28);
    }
}
