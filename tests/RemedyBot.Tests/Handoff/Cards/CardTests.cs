using System.Security.Cryptography;
using RemedyBot.Composition;
using RemedyBot.Handoff.Cards;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Tests.Handoff.Senders;

namespace RemedyBot.Tests.Handoff.Cards;

public sealed class CardTests
{
    private const string Card = """
        format: 1
        recipients:
          - id: hl.xx.one
            kind: helpline
            name: One
            countries: [ES]
            harms: [ibsa.*]
            languages: [es]
            ages: [adult]
            not_if: [authority]
            answer_days: 3
            system: request-tracker
        """;

    private static readonly CaseShape Fitting = new("ES", ["ibsa.ncii"], "es", "adult", ["ex"]);

    [Fact]
    public void A_signed_card_is_offered()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Null(Why(Card, signer, signer));
    }

    [Theory]
    [InlineData("answer_days: 3", "answer_days: 4")]
    [InlineData("name: One", "name: Two")]
    [InlineData("[ES]", "[ES, PT]")]
    [InlineData("kind: helpline", "kind: company")]
    public void A_card_changed_after_it_was_signed_is_not_offered(string was, string becomes)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains("signature", Why(Card, signer, signer, Card.Replace(was, becomes, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_card_written_otherwise_keeps_its_signature()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var otherwise = "format: 1\nrecipients:\n- {system: \"request-tracker\", answer_days: \"3\", not_if: [authority], ages: [adult], languages: [es], harms: ['ibsa.*'], countries: [ES], name: One, kind: helpline, id: hl.xx.one}\n";
        Assert.Null(Why(Card, signer, signer, otherwise));
    }

    [Fact]
    public void A_card_signed_by_a_stranger_or_by_nobody_is_not_offered()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains("not trusted", Why(Card, stranger, signer), StringComparison.Ordinal);
        Assert.Contains("nobody signed it", Standing(Read(Card), signer).Why, StringComparison.Ordinal);
        Assert.Contains("trustedKeys", Standing(Read(Card) with { Signature = "a..b" }, null).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhook", "", "a webhook takes a P-256 key")]
    [InlineData("file", "", "sealed cases only")]
    [InlineData("mail", "", "OpenPGP")]
    [InlineData("mail", "jwk", "OpenPGP")]
    [InlineData("webhook", "pgp", "a webhook takes a P-256 key")]
    [InlineData("request-tracker", "pgp", "for OpenPGP use mail")]
    [InlineData("zammad", "pgp", "for OpenPGP use mail")]
    public void A_card_whose_system_could_never_take_a_case_is_not_offered(string system, string key, string why)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains(why, Why(Keyed(system, key), signer, signer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhook", "jwk")]
    [InlineData("file", "jwk")]
    [InlineData("file", "pgp")]
    [InlineData("mail", "pgp")]
    [InlineData("request-tracker", "jwk")]
    [InlineData("zammad", "")]
    public void A_card_whose_key_fits_its_system_is_offered(string system, string key)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Null(Why(Keyed(system, key), signer, signer));
    }

    [Theory]
    [InlineData("request-tracker", "jwk", "", true)]
    [InlineData("request-tracker", "jwk", "\n    sealed: \"no\"", true)]
    [InlineData("request-tracker", "jwk", "\n    sealed: \"yes\"", false)]
    [InlineData("zammad", "jwk", "\n    sealed: yes", false)]
    [InlineData("zammad", "", "", true)]
    [InlineData("webhook", "jwk", "", false)]
    public void A_ticket_system_shows_the_case_unless_its_card_takes_sealed_ones_only(string system, string key, string line, bool readable)
    {
        var card = Read(Keyed(system, key) + line).Card!;
        Assert.Equal(readable, card.Readable);
        Assert.Equal(readable && key.Length > 0, Recipients.Of(card, "One", inline: false) is { Key: not null, TakesClear: true });
    }

    [Fact]
    public void The_consent_to_a_letter_says_that_it_travels_by_e_mail() => Assert.Equal("email", Read(Keyed("mail", "pgp")).Card!.Channel);

    [Theory]
    [InlineData("", "\n    sealed: yes")]
    [InlineData("jwk", "\n    sealed: only")]
    [InlineData("jwk", "\n    sealed: [yes]")]
    [InlineData("jwk", "\n    sealed:")]
    public void Whether_a_case_goes_sealed_is_not_guessed(string key, string line) =>
        Assert.Contains("sealed", Read(Keyed("zammad", key) + line).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_helpline_that_usually_answers_only_when_the_consent_or_the_chat_is_over_is_not_offered()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var written = Read(Card) with { Signature = CardSignature.Sign(Read(Card).Content, signer.ExportPkcs8PrivateKeyPem()) };
        string? Within(int days) =>
            HelpDirectory.Of([written], CardSignature.ReadKeys(signer.ExportSubjectPublicKeyInfoPem()), _ => null, TimeProvider.System, bell: null, days).All[0].Why;
        Assert.Null(Within(4));
        Assert.Contains("answer_days", Within(3), StringComparison.Ordinal);
    }

    private static string Keyed(string system, string key)
    {
        using var own = OpeningKey.Create();
        var (text, fingerprint) = key switch
        {
            "jwk" => (own.Public.ToJwk(), own.Public.Kid),
            "pgp" => (MailRig.Pair.Armored, MailRig.Pair.Fingerprint),
            _ => ("", ""),
        };
        var lines = text.Length == 0 ? "" : $"\n    fingerprint: {fingerprint}\n    key: |\n" + string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => "      " + line));
        return Card[..Card.IndexOf("\n    system", StringComparison.Ordinal)] + $"\n    system: {system}{lines}";
    }

    [Theory]
    [InlineData("hl.xx.one", "desk")]
    [InlineData("kind: helpline", "kind: friend")]
    [InlineData("answer_days: 3", "answer_days: soon")]
    [InlineData("countries: [ES]", "countries: []")]
    [InlineData("system: request-tracker", "system: pigeon")]
    [InlineData("name: One", "nmae: One")]
    public void A_card_that_cannot_be_read_says_why(string was, string becomes)
    {
        var written = Read(Card.Replace(was, becomes, StringComparison.Ordinal));
        Assert.Null(written.Card);
        Assert.NotNull(written.Problem);
    }

    [Fact]
    public void Two_cards_of_one_id_are_both_left_out() =>
        Assert.All(CardsReader.Read("r.yaml", Card + "\n" + Card[(Card.IndexOf("- id", StringComparison.Ordinal) - 2)..]), w => Assert.NotNull(w.Problem));

    [Fact]
    public void Takes_only_what_lies_within_the_card()
    {
        var card = Read(Card).Card!;
        Assert.True(card.Takes(Fitting));
        Assert.False(card.Takes(Fitting with { Country = "FR" }));
        Assert.False(card.Takes(Fitting with { Country = null }));
        Assert.False(card.Takes(Fitting with { Leaves = ["sec.account"] }));
        Assert.False(card.Takes(Fitting with { Leaves = [] }));
        Assert.False(card.Takes(Fitting with { Language = "pt" }));
        Assert.True(card.Takes(Fitting with { Language = "es-MX" }));
        Assert.False(card.Takes(Fitting with { AgeBand = "13_15" }));
        Assert.False(card.Takes(Fitting with { AgeBand = null }));
        Assert.False(card.Takes(Fitting with { Relations = ["authority"] }));
        Assert.False((card with { Capacity = Capacity.Full }).Takes(Fitting));
    }

    [Fact]
    public void The_shipped_file_offers_nobody() =>
        Assert.All(CardsReader.Read("r.yaml", File.ReadAllText(Path.Combine(Repository.Root, "dialogs/recipients.yaml"))), w => Assert.True(w is { Example: true, Problem: null }, w.Problem));

    private static string? Why(string card, ECDsa signer, ECDsa trusted, string? changed = null)
    {
        var signature = CardSignature.Sign(Read(card).Content, signer.ExportPkcs8PrivateKeyPem());
        return Standing(Read(changed ?? card) with { Signature = signature }, trusted).Why;
    }

    private static CardStanding Standing(WrittenCard card, ECDsa? trusted) =>
        HelpDirectory.Of([card], trusted is null ? null : CardSignature.ReadKeys(trusted.ExportSubjectPublicKeyInfoPem()), _ => null, TimeProvider.System).All[0];

    private static WrittenCard Read(string text) => Assert.Single(CardsReader.Read("r.yaml", text));
}
