using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Handoff;

/// <summary>A desk over a vault, in memory unless a folder is given, on Sunday 22 November 2026.</summary>
internal sealed class ADesk : IAsyncDisposable
{
    internal const string Word = "heron";
    internal const string Passphrase = "five plain words are enough";

    private ADesk(SealedVault vault, string? folder, FakeTimeProvider time)
    {
        Vault = vault;
        Folder = folder;
        Time = time;
        Desk = new FrontDesk(vault, new DeskFile(folder), time, Random);
        Sign = new SignKey(vault.Signing.Current.Key);
    }

    internal static SystemRandomness Random { get; } = new();

    internal FakeTimeProvider Time { get; }

    internal SealedVault Vault { get; }

    internal string? Folder { get; }

    internal FrontDesk Desk { get; }

    internal SignKey Sign { get; }

    internal string Secret { get; } = OneTimeCode.NewSecret(Random);

    internal DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    internal Recipient Recipient => Desk.File.Read()!.ToRecipient("Helpline");

    internal static async Task<ADesk> OpenAsync(string? folder = null, FakeTimeProvider? time = null)
    {
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        return new ADesk(await SealedVault.OpenAsync(new() { DataFolder = folder }, time, Random, default), folder, time);
    }

    internal static async Task<ADesk> SetUpAsync(string? folder = null)
    {
        var desk = await OpenAsync(folder);
        Assert.Equal(EnrolmentResult.Enrolled, await desk.Desk.Enrolment.SetUpAsync(desk.Worker(), default));
        return desk;
    }

    internal NewWorker Worker(string word = Word) => new(word, Passphrase, Secret, Code: null);

    internal string Code() => new Totp(Base32Encoding.ToBytes(Secret)).ComputeTotp(Time.GetUtcNow().UtcDateTime);

    internal async Task<string> SignInAsync(string word = Word)
    {
        // A code works once, so each sign-in of a test takes the next.
        Time.Advance(TimeSpan.FromSeconds(30));
        return Assert.IsType<SignInResult.Opened>(await Desk.SignIn.SignInAsync(word, Passphrase, Code(), "", default)).SessionId;
    }

    internal async Task<DeskSession> SessionAsync() => Desk.Sessions.Use(await SignInAsync())!;

    internal ConsentTerms Terms(int days = 30) => new("https://help.example", ["g1", "g3", "g4"], "support", "self", Today, Today.AddDays(days), "1");

    internal PreparedHandoff Prepare(string words = "He waits outside.", string urgency = "U1", Recipient? recipient = null, int days = 30)
    {
        var reference = HandoffReference.New(Random);
        return HandoffPreparation.Prepare(reference, Projection(reference, words, urgency), recipient ?? Recipient, Terms(days), new HandoffMeans(Sign, Random));
    }

    internal async Task<PreparedHandoff> HandOverAsync(string words = "He waits outside.", string urgency = "U1", int days = 30)
    {
        var prepared = Prepare(words, urgency, days: days);
        await QueueAsync(prepared.Parcel);
        Assert.Equal(1, await Dispatcher().RunOnceAsync(default));
        return prepared;
    }

    internal Task QueueAsync(Parcel parcel) => Vault.Outbox.AddAsync(parcel.ToDraft(Vault.Outbox.NewId(), Time.GetUtcNow()), default);

    /// <summary>As a person's turn does it.</summary>
    internal async Task WithdrawAsync(Withdrawal withdrawal)
    {
        var open = Vault.Tokens.Read(Vault.Tokens.MintNew(TokenMint.PageLife)).Token!;
        using var conversation = (await Vault.Conversations.LoadAsync(open.Key, mayBegin: true, default))!;
        await Vault.Conversations.CommitAsync(conversation, new TurnCommit { Payload = "{}"u8.ToArray(), Turn = "[]"u8.ToArray(), Withdrawals = [withdrawal] }, default);
    }

    internal Dispatcher Dispatcher(params ISender[] senders) =>
        new(Vault.Outbox, senders.Length == 0 ? [new DeskSender()] : senders, Time, NullLogger<Dispatcher>.Instance);

    internal async Task<IReadOnlyList<Note>> LettersAsync(PreparedHandoff prepared)
    {
        using var key = OpeningKey.Read(prepared.BoxKey)!;
        var letters = await Vault.Letters.ReadAsync(prepared.Parcel.Box!.IdBytes(), default);
        return [.. letters.Select(letter => LetterSeal.Open(letter, key, prepared.BoxId)).OfType<Note>()];
    }

    internal static string Projection(string reference, string words = "He waits outside.", string urgency = "U1") => JsonSerializer.Serialize(new
    {
        schema = "remedybot.case-summary/1",
        id = reference,
        created = "2026-11-22",
        person = new { handle = "Blue Heron", languages = new[] { "es" } },
        harms = new object[] { new { leaf = "priv.doxxing" }, new { leaf = "abuse.stalking", primary = true } },
        urgency = new { level = urgency, reasons = new[] { "leaf:abuse.stalking" } },
        statement = new { original = new { text = words, lang = "es" } },
    });

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Vault.DisposeAsync();
    }
}
