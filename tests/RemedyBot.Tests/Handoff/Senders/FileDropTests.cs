using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.FileDrop;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Senders;

public sealed class FileDropTests
{
    [Fact]
    public async Task Marks_go_two_weeks_after_the_last_file_could_come_again()
    {
        using var folder = new AFolder();
        await using var it = await Underway.OpenAsync("file-drop");
        var sender = new FileDropSender(SenderRig.RecipientId, new FileDropSettings(folder.Path), it.Desk.Time);
        var (old, young) = (it.Prepare().Parcel, it.Prepare().Parcel);
        await SendAsync(sender, old);
        await SendAsync(sender, young);
        var now = it.Desk.Time.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(MarkOf(folder, old), now - FileDropSender.MarksStay - TimeSpan.FromHours(1));
        File.SetLastWriteTimeUtc(MarkOf(folder, young), now - FileDropSender.MarksStay + TimeSpan.FromHours(1));

        await SendAsync(sender, it.Prepare().Parcel);
        Assert.False(File.Exists(MarkOf(folder, old)));
        Assert.True(File.Exists(MarkOf(folder, young)));
        // What was laid down is its courier's to take.
        Assert.True(File.Exists(Path.Combine(folder.Path, old.Ref + ".jwe")));
    }

    [Fact]
    public async Task A_withdrawal_takes_away_all_that_nobody_has_taken_yet()
    {
        using var folder = new AFolder();
        await using var it = await Underway.OpenAsync("file-drop");
        var sender = new FileDropSender(SenderRig.RecipientId, new FileDropSettings(folder.Path), it.Desk.Time);
        var (prepared, other) = (it.Prepare(), it.Prepare());
        await SendAsync(sender, prepared.Parcel);
        await SendAsync(sender, other.Parcel);
        await SendAsync(sender, Parcel.OfReminder(prepared.Parcel.Recipient, prepared.Ref, prepared.Parcel.Expires));
        // As a crash before the mark leaves it.
        folder.File($"{FileDropSender.Corner}/{prepared.Ref}.jwe.part", "sealed words");
        await SendAsync(sender, it.Withdrawal(prepared));
        Assert.Equal(new[] { other.Ref + ".jwe", prepared.Ref + ".withdrawal.jws" }.Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(Path.Combine(folder.Path, FileDropSender.Corner)), file => Assert.Equal(0, new FileInfo(file).Length));
        await SendAsync(sender, it.Withdrawal(prepared));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task An_answer_to_a_helpline_that_has_moved_from_tickets_to_a_folder_is_a_file_that_its_key_opens()
    {
        using var folder = new AFolder();
        await using var it = await Underway.OpenAsync("file-drop");
        var sender = new FileDropSender(SenderRig.RecipientId, new FileDropSettings(folder.Path), it.Desk.Time);
        var recipient = new Recipient("helpline", SenderRig.RecipientId, "Helpline One", null) { MailKey = OpenPgpKey.Read(MailRig.Pair.Armored, MailRig.Pair.Fingerprint) };
        var prepared = it.Prepare(recipient: recipient);
        var means = new HandoffMeans(it.Desk.Sign, ADesk.Random) { Now = it.Desk.Time.GetUtcNow() };
        await SendAsync(sender, PersonAnswer.Prepare(new HandoffRoute(recipient, prepared.Ref, prepared.Parcel.Expires), "I am safe now.", 1, it.Desk.Today, means));
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.EndsWith(".asc", file, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("I am safe no"u8), MailRig.Pair.Open(await File.ReadAllTextAsync(file)), StringComparison.Ordinal);
    }

    private static async Task SendAsync(FileDropSender sender, Parcel parcel) => Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(parcel, default));

    private static string MarkOf(AFolder folder, Parcel parcel) => Path.Combine(folder.Path, FileDropSender.Corner, parcel.Ref + ".jwe.laid");
}
