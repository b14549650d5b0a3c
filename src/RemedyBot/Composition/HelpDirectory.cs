using RemedyBot.Handoff.Cards;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>The cards of `dialogs/recipients.yaml`: those that somebody trusted has signed and that can be reached are offered, the others are told of.</summary>
public sealed class HelpDirectory
{
    public const string Path = "dialogs/recipients.yaml";

    private HelpDirectory(IReadOnlyList<CardStanding> all)
    {
        All = all;
        Offered = [.. all.Where(s => s.Offered).Select(s => s.Written.Card!)];
    }

    public static HelpDirectory None { get; } = new([]);

    public IReadOnlyList<CardStanding> All { get; }

    public IReadOnlyList<HelpCard> Offered { get; }

    public HelpCard? Find(string id) => Offered.FirstOrDefault(c => c.Id == id);

    /// <param name="trusted">Whose signatures count; null for nobody's.</param>
    /// <param name="unreachable">What is wrong with the settings for this card; null where nothing is.</param>
    public static HelpDirectory Of(IReadOnlyList<WrittenCard> cards, SignKeySet? trusted, Func<HelpCard, string?> unreachable) =>
        new([.. cards.Select(w => new CardStanding(w, Why(w, trusted, unreachable)))]);

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
        return KeyProblem(card) ?? unreachable(card);
    }

    private static string? KeyProblem(HelpCard card)
    {
        if (card.Key is not { } key)
            return card.System == "mail" ? "mail takes an OpenPGP key" : null;
        if (IsOpenPgp(card))
            return OpenPgpKey.Read(key, card.Fingerprint ?? "") is null ? "its OpenPGP key cannot be used, or its fingerprint is another" : null;
        if (SealingKey.HoldsPrivateHalf(key))
            return "its key is a private key; only the public half belongs here";
        if (CardSignature.Thumbprint(key) is not { } thumbprint)
            return "its key is no P-256 public key";
        return card.Fingerprint == thumbprint ? null : "its fingerprint is not that of its key";
    }

    internal static bool IsOpenPgp(HelpCard card) => card.Key?.Contains("BEGIN PGP", StringComparison.Ordinal) == true;
}
