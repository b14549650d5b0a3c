using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Zammad;

namespace RemedyBot.Tests.Handoff.Senders;

internal sealed class ZammadRig : SenderRig
{
    internal const string CallbackSecret = "a secret that Zammad was given";

    internal FakeZammad Fake { get; } = new();

    /// <summary>Its card takes sealed cases only.</summary>
    internal bool SealedOnly { get; init; }

    public override Recipient Recipient => OfCard("zammad", SealedOnly);

    public override IReadOnlyList<string> Arrived => [.. Fake.Tickets.Select(ticket => ((string)ticket["title"]!)[5..])];

    public override IReadOnlyList<string> Withdrawn => [.. Fake.Articles.Select(article => (string)article["subject"]!).Where(subject => subject.EndsWith("/withdrawal]", StringComparison.Ordinal)).Select(subject => subject[1..14])];

    public override IReadOnlyList<string> Reminded => [.. Fake.Articles.Select(article => (string)article["subject"]!).Where(subject => subject.EndsWith("/reminder]", StringComparison.Ordinal)).Select(subject => subject[1..14])];

    public override IEnumerable<string> Bytes => Fake.Bytes.Concat(Attachments.In(Fake.Bytes));

    public override IReadOnlyList<Trouble> Impossible => [];

    public override ISender Sender(FakeTimeProvider time)
    {
        var settings = new ZammadSettings(new("https://zammad.example/"), FakeZammad.Token, "Intake", "relay@helpline.example")
        {
            WebhookToken = CallbackSecret,
            Attributes = new Dictionary<string, string> { ["ref"] = "case_ref", ["urgency"] = "case_urgency" },
        };
        return new ZammadSender(RecipientId, settings, Texts, Fake.Client());
    }

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(Fake.Troubles.Enqueue);
}
