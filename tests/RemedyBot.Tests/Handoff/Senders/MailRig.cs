using Microsoft.Extensions.Time.Testing;
using MimeKit;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Senders;

internal sealed class MailRig : SenderRig
{
    internal FakeSmtp Fake { get; } = new();

    internal static PgpPair Pair { get; } = PgpPair.Make(new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromDays(700));

    internal MailSettings Settings { get; init; } = new("127.0.0.1", 0, MailSecurity.None, "bot@bot.example", "intake@helpline.test", Pair.Armored) { Fingerprint = Pair.Fingerprint, Patience = TimeSpan.FromSeconds(2) };

    public override Recipient Recipient => new("helpline", RecipientId, "Helpline One", null) { MailKey = OpenPgpKey.Read(Pair.Armored, Pair.Fingerprint) };

    public override IReadOnlyList<string> Arrived => Named(".case@", ".notice@");

    public override IReadOnlyList<string> Withdrawn => Named(".withdrawal@");

    public override IReadOnlyList<string> Reminded => Named(".reminder@");

    public override IEnumerable<string> Bytes => Fake.Letters.Concat(Fake.Letters.SelectMany(Opened));

    public override ISender Sender(FakeTimeProvider time) => new MailSender(RecipientId, Settings with { Port = Fake.Port }, Texts, time);

    public override (Recipient Recipient, ISender Sender)? Ended(FakeTimeProvider time) =>
        (Recipient, new MailSender(RecipientId, Settings with { Port = Fake.Port, Key = PgpPair.Old.Armored, Fingerprint = PgpPair.Old.Fingerprint }, Texts, time));

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(Fake.Troubles.Enqueue);

    public override async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync();
        await base.DisposeAsync();
    }

    private List<string> Named(params string[] what) => [.. Fake.Arrived.Where(id => what.Any(one => id.Contains(one, StringComparison.Ordinal))).Select(id => id[..13])];

    private static new IEnumerable<string> Opened(string letter)
    {
        using var message = MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(letter)));
        foreach (var part in message.BodyParts.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content);
            var text = System.Text.Encoding.UTF8.GetString(content.ToArray());
            yield return text;
            if (text.Contains("BEGIN PGP MESSAGE", StringComparison.Ordinal))
            {
                var inside = Pair.Open(text);
                yield return inside;
                using var mime = MimeEntity.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(inside)));
                foreach (var file in (mime as Multipart ?? []).OfType<MimePart>())
                {
                    using var bytes = new MemoryStream();
                    file.Content!.DecodeTo(bytes);
                    yield return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
                }
            }
        }
    }
}
