using RemedyBot.Handoff.Cards;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>
/// The cards of `dialogs/recipients.yaml`: those that somebody trusted has signed and that can be reached are offered, while their keys last; the
/// others are told of.
/// </summary>
public sealed class HelpDirectory
{
    public const string Path = "dialogs/recipients.yaml";

    private readonly IReadOnlyList<CardStanding> _cards;
    private readonly TimeProvider _time;
    private readonly Func<HelpCard, bool> _inline;

    private HelpDirectory(IReadOnlyList<CardStanding> cards, TimeProvider time, Func<HelpCard, bool>? inline = null) => (_cards, _time, _inline) = (cards, time, inline ?? (_ => false));

    public static HelpDirectory None { get; } = new([], TimeProvider.System);

    /// <summary>As they stand now.</summary>
    public IReadOnlyList<CardStanding> All => _cards.Count == 0 ? _cards : [.. _cards.Select(s => s.At(_time.GetUtcNow()))];

    public IReadOnlyList<HelpCard> Offered => [.. All.Where(s => s.Offered).Select(s => s.Written.Card!)];

    /// <summary>Whose system is told that a case waits at the desk; null where nobody's is.</summary>
    public HelpCard? Bell => All.FirstOrDefault(s => s is { Why: null, Bell: true })?.Written.Card;

    /// <summary>All to whom something may have to be sent, also after their keys have ended: their senders say so.</summary>
    internal IEnumerable<HelpCard> Reached => _cards.Where(s => s.Why is null).Select(s => s.Written.Card!);

    /// <summary>Whether this recipient's mail reader knows no PGP/MIME: its letters are sealed for that.</summary>
    public bool IsInline(HelpCard card) => _inline(card);

    /// <summary>The same, with what the settings say of mail readers.</summary>
    public HelpDirectory With(Func<HelpCard, bool> inline) => new(_cards, _time, inline);

    public HelpCard? Find(string id) => Offered.FirstOrDefault(c => c.Id == id);

    public static HelpDirectory Of(IReadOnlyList<WrittenCard> cards, Settings settings, Reach reach) => Of(
        cards, Trusted(settings), reach.Problem, TimeProvider.System, reach.IsBell, Math.Min(settings.DeskDays, (int)settings.RetentionKept.TotalDays));

    /// <param name="trusted">Whose signatures count; null for nobody's.</param>
    /// <param name="unreachable">What is wrong with the settings for this card; null where nothing is.</param>
    /// <param name="bell">Whether its settings let it only be told of the desk's cases.</param>
    /// <param name="days">How long consents and kept chats last: who usually answers later could not be waited for.</param>
    public static HelpDirectory Of(
        IReadOnlyList<WrittenCard> cards, SignKeySet? trusted, Func<HelpCard, string?> unreachable, TimeProvider time, Func<HelpCard, bool>? bell = null, int days = int.MaxValue) =>
        new(OneBell([.. cards.Select(w => new CardStanding(w, Why(w, trusted, card => (bell?.Invoke(card) == true ? null : KeyProblem(card) ?? TooLate(card, days)) ?? unreachable(card)))
        {
            KeyEnds = w.Card is { } card && IsOpenPgp(card) ? OpenPgpKey.Read(card.Key!, card.Fingerprint ?? "")?.Ends(time.GetUtcNow()) : null,
            Bell = w.Card is { } told && bell?.Invoke(told) == true,
        })]), time);

    private static IReadOnlyList<CardStanding> OneBell(IReadOnlyList<CardStanding> all)
    {
        var first = all.FirstOrDefault(s => s is { Why: null, Bell: true });
        return [.. all.Select(s => s is { Why: null, Bell: true } && s != first ? s with { Why = $"it is told of the desk's cases only (noticeOnly), and {first!.Written.Id} is told already" } : s)];
    }

    /// <summary>The keys that the setting names; null where it names none that can be read.</summary>
    public static SignKeySet? Trusted(Settings settings)
    {
        try
        {
            return settings.RecipientsTrustedKeys is { } file ? CardSignature.ReadKeys(File.ReadAllText(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Why(WrittenCard written, SignKeySet? trusted, Func<HelpCard, string?> unreachable)
    {
        if (written.Problem is { } problem)
            return problem;
        if (written.Example)
            return "it is an example";
        var card = written.Card!;
        if (written.Signature is not { } signature)
            return "nobody signed it (`remedybot recipients sign`)";
        if (trusted is null)
            return "recipients:trustedKeys names no key to check its signature with";
        if (!CardSignature.Holds(written.Content, signature, trusted))
            return "its signature does not hold: it was changed, or signed by somebody who is not trusted here";
        return unreachable(card);
    }

    private static string? KeyProblem(HelpCard card)
    {
        // Otherwise a person's yes would end in a dead letter, whatever the recipient did.
        if (Takes(card) is { } takes)
            return takes;
        if (card.Key is not { } key)
            return null;
        if (IsOpenPgp(card))
            return OpenPgpKey.Read(key, card.Fingerprint ?? "") is null ? "its OpenPGP key cannot be used, or its fingerprint is another" : null;
        if (SealingKey.HoldsPrivateHalf(key))
            return "its key is a private key; only the public half belongs here";
        if (CardSignature.Thumbprint(key) is not { } thumbprint)
            return "its key is no P-256 public key";
        return card.Fingerprint == thumbprint ? null : "its fingerprint is not that of its key";
    }

    private static string? TooLate(HelpCard card, int days) =>
        card.AnswerDays < days ? null : $"its answer_days, {card.AnswerDays}, are not over before a consent or a kept chat ends (desk:days, retention:kept)";

    private static string? Takes(HelpCard card) => (card.System, IsOpenPgp(card), card.Key is null) switch
    {
        ("mail", false, _) => "mail takes an OpenPGP key",
        ("webhook", true, _) or ("webhook", _, true) => "a webhook takes a P-256 key",
        ("file", _, true) => "a folder takes sealed cases only: it needs a P-256 or an OpenPGP key",
        ("request-tracker" or "zammad", true, _) => $"{card.System} shows cases in clear and takes a P-256 key beside that, if any; for OpenPGP use mail",
        _ => null,
    };

    internal static bool IsOpenPgp(HelpCard card) => card.Key?.Contains("BEGIN PGP", StringComparison.Ordinal) == true;
}
