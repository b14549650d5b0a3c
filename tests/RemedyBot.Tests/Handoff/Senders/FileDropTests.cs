using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.FileDrop;

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

    private static async Task SendAsync(FileDropSender sender, Parcel parcel) => Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(parcel, default));

    private static string MarkOf(AFolder folder, Parcel parcel) => Path.Combine(folder.Path, FileDropSender.Corner, parcel.Ref + ".jwe.laid");
}
