using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.FileDrop;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>A folder that a courier empties after every look. Its troubles are a folder that is not mounted.</summary>
internal sealed class FileDropRig : SenderRig
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remedybot-drop-").FullName;
    private readonly Queue<Trouble> _troubles = new();
    private readonly List<(string Name, string Content)> _carried = [];

    public override IReadOnlyList<string> Arrived => [.. Carried.Where(file => file.Name.EndsWith(".jwe", StringComparison.Ordinal) || file.Name.EndsWith(".notice", StringComparison.Ordinal)).Select(file => file.Name[..13])];

    public override IReadOnlyList<string> Withdrawn => [.. Carried.Where(file => file.Name.EndsWith(".withdrawal.jws", StringComparison.Ordinal)).Select(file => file.Name[..13])];

    public override IReadOnlyList<string> Reminded => [.. Carried.Where(file => file.Name.EndsWith(".reminder", StringComparison.Ordinal)).Select(file => file.Name[..13])];

    public override IEnumerable<string> Bytes => Carried.Select(file => file.Name + Opened(file.Content));

    public override IReadOnlyList<Trouble> Impossible => [Trouble.Refusing, Trouble.Slow, Trouble.Malformed, Trouble.Late];

    private List<(string Name, string Content)> Carried
    {
        get
        {
            foreach (var file in Directory.GetFiles(_folder))
            {
                _carried.Add((Path.GetFileName(file), File.ReadAllText(file)));
                File.Delete(file);
            }

            return _carried;
        }
    }

    public override ISender Sender(FakeTimeProvider time) => new Troubled(this, new FileDropSender(RecipientId, new FileDropSettings(_folder), time));

    public override (Recipient Recipient, ISender Sender)? Ended(FakeTimeProvider time) => (
        new Recipient("helpline", RecipientId, "Helpline One", null) { MailKey = OpenPgpKey.Read(MailRig.Pair.Armored, MailRig.Pair.Fingerprint) },
        new FileDropSender(RecipientId, new FileDropSettings(_folder) { Key = OpenPgpKey.Read(PgpPair.Old.Armored, PgpPair.Old.Fingerprint) }, time));

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(_troubles.Enqueue);

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return base.DisposeAsync();
    }

    private sealed class Troubled(FileDropRig rig, FileDropSender inner) : ISender
    {
        public bool Takes(Parcel parcel) => inner.Takes(parcel);

        public async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            var trouble = rig._troubles.TryDequeue(out var next) ? next : Trouble.None;
            if (trouble is Trouble.LostAnswer)
            {
                await inner.SendAsync(parcel, cancellation);
                _ = rig.Carried;
                return new SendOutcome.TryLater(Reasons.Failure);
            }

            return trouble is Trouble.None ? await inner.SendAsync(parcel, cancellation) : await Unmounted(parcel, cancellation);
        }

        private static Task<SendOutcome> Unmounted(Parcel parcel, CancellationToken cancellation) =>
            new FileDropSender(RecipientId, new FileDropSettings("/nowhere/mounted"), TimeProvider.System).SendAsync(parcel, cancellation);
    }
}
