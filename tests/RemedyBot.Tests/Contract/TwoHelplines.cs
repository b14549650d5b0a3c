using System.Security.Cryptography;
using RemedyBot.Composition;
using RemedyBot.Handoff.Cards;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Contract;

/// <summary>Two helplines beside the desk, with signed cards and a system that takes what it is sent: one with a key, one that reads in clear.</summary>
internal sealed class TwoHelplines : ISender
{
    public const string Sealed = "hl.test.sealed";
    public const string Clear = "hl.test.clear";

    private readonly Dictionary<string, Parcel> _cases = new(StringComparer.Ordinal);

    /// <param name="time">By which their keys end.</param>
    /// <param name="reads">The language that the staff of the one without a key reads.</param>
    public TwoHelplines(string? cards = null, TimeProvider? time = null, Func<HelpCard, bool>? bell = null, string? reads = null)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = signer.ExportPkcs8PrivateKeyPem();
        var written = CardsReader.Read("dialogs/recipients.yaml", cards ?? Cards(Key.Public) + (reads is null ? "" : $"\n    reads: [{reads}]"));
        Directory = HelpDirectory.Of(
            [.. written.Select(w => w with { Signature = CardSignature.Sign(w.Content, secret) })],
            CardSignature.ReadKeys(signer.ExportSubjectPublicKeyInfoPem()),
            _ => null,
            time ?? TimeProvider.System,
            bell);
        Assert.All(Directory.All, standing => Assert.Null(standing.Why));
    }

    public OpeningKey Key { get; } = OpeningKey.Create();

    public HelpDirectory Directory { get; }

    /// <summary>All that they were sent, in order.</summary>
    public List<Parcel> Received { get; } = [];

    /// <summary>Nothing arrives while this is set.</summary>
    public bool Down { get; set; }

    /// <summary>What comes of every attempt, instead of anything being taken.</summary>
    public SendOutcome? Says { get; set; }

    /// <summary>Knows nothing of any case that is taken back.</summary>
    public bool Forgets { get; set; }

    /// <summary>Says no for good to this kind of parcel.</summary>
    public ParcelForm? Refuses { get; set; }

    public bool Takes(Parcel parcel) => parcel.Recipient.Kind != HandoffPreparation.DeskKind;

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (Down)
            return Task.FromResult<SendOutcome>(new SendOutcome.TryLater("unreachable"));
        if (Says is { } outcome)
            return Task.FromResult(outcome);
        if (parcel.Form == Refuses)
            return Task.FromResult<SendOutcome>(new SendOutcome.Refused("refused"));
        if (Forgets && parcel.Form == ParcelForm.Withdrawal)
            return Task.FromResult<SendOutcome>(new SendOutcome.TryLater("no_case"));
        Received.Add(parcel);
        if (parcel is { IsCase: true, Box: not null })
            _cases[parcel.Recipient.Id] = parcel;
        return Task.FromResult<SendOutcome>(new SendOutcome.Delivered("T-1001"));
    }

    /// <summary>Each of them that has a case writes to the person.</summary>
    public async Task Answer(SealedVault vault, string words, bool withFile = false)
    {
        foreach (var held in _cases.Values)
        {
            var note = new Note(HandoffState.Answered, held.Ref, words, new DateOnly(2026, 11, 23)) { FileLeftOut = withFile };
            await vault.Letters.WriteAsync(LetterSeal.Seal(note, held.Box!, held.Expires), default);
        }
    }

    private static string Cards(SealingKey key) => $$"""
        format: 1
        recipients:
          - id: {{Sealed}}
            kind: helpline
            name: {en: Sealed Helpline, es: Línea Sellada}
            mandate: Help with accounts and devices.
            hours: {en: "Monday to Friday, 9 to 17"}
            capacity: limited
            answer_days: 1
            needs: [g3]
            system: webhook
            key: '{{key.ToJwk()}}'
            fingerprint: {{key.Kid}}
          - id: {{Clear}}
            kind: helpline
            name: Clear Helpline
            not_if: [authority]
            answer_days: 5
            groups: [g1, g3, g4, g6]
            system: request-tracker
        """;
}
