using System.Text;

namespace RemedyBot.Handoff.Delivery.FileDrop;

/// <summary>
/// Lays sealed files into a folder from which somebody carries them to where no network leads. A file appears whole or not at all, and once:
/// also where it was taken away before we knew that it had arrived.
/// </summary>
public sealed class FileDropSender(string recipientId, FileDropSettings settings, TimeProvider time) : ISender
{
    /// <summary>Our own corner of the folder: files not yet whole, and marks of those that were laid down (empty, named by reference).</summary>
    public const string Corner = ".remedybot";

    /// <summary>How long a mark stays: longer than anything is tried, and than a dead letter can be brought back.</summary>
    public static readonly TimeSpan MarksStay = TimeSpan.FromDays(14);

    private const UnixFileMode OwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    public bool Takes(Parcel parcel) => parcel.Recipient.Id == recipientId && parcel.Form != ParcelForm.Desk;

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(async () =>
    {
        // As with letters: what was sealed to an ended key is not given away either.
        if (parcel.IsAwaited && settings.Key is { } key && !key.IsUsable(time.GetUtcNow()))
            throw NotDelivered.Never(Reasons.KeyExpired);
        var (name, content) = FileOf(parcel);
        try
        {
            if (!Directory.Exists(settings.Folder))
                throw NotDelivered.Later(Reasons.NotThere);
            Directory.CreateDirectory(Path.Combine(settings.Folder, Corner));
            if (parcel.Form == ParcelForm.Withdrawal)
                TakeAway(parcel.Ref);
            await LayDownAsync(name, content, cancellation).ConfigureAwait(false);
            CleanCorner();
        }
        catch (UnauthorizedAccessException)
        {
            throw NotDelivered.Later(Reasons.NotAuthorised);
        }
        catch (IOException)
        {
            throw NotDelivered.Later(Reasons.Unreachable);
        }

        return new SendOutcome.Delivered(parcel.Ref) { Thread = TicketThread.Begin(parcel) };
    });

    private (string Name, string Content) FileOf(Parcel parcel) => parcel.Form switch
    {
        ParcelForm.Notice => (parcel.Ref + ".notice", ""),
        ParcelForm.Reminder => (parcel.Ref + ".reminder", ""),
        _ when settings.NoticeOnly && parcel.IsCase => (parcel.Ref + ".notice", ""),
        ParcelForm.Jwe => (parcel.Ref + ".jwe", parcel.Content),
        ParcelForm.OpenPgp when Mail.SealedLetter.Read(parcel.Content) is { } letter => (parcel.Ref + ".asc", letter.Mime ?? letter.File ?? ""),
        ParcelForm.Withdrawal => (parcel.Ref + ".withdrawal.jws", parcel.Content),
        ParcelForm.Answer when parcel.Sealed is { } answer && Mail.SealedLetter.Read(answer) is { } letter => ($"{parcel.Ref}.{parcel.Part}.asc", letter.Mime ?? letter.File ?? ""),
        ParcelForm.Answer when parcel.Sealed is { } answer => ($"{parcel.Ref}.{parcel.Part}.jwe", answer),
        _ => throw NotDelivered.Never(Reasons.KeyMissing),
    };

    // 1 the whole file in our corner, 2 a mark that it is whole, 3 the rename. After a crash the mark tells 2 from 3: with a file still in the
    // corner the rename is due; without one it was done, whoever took the file since.
    private async Task LayDownAsync(string name, string content, CancellationToken cancellation)
    {
        var (part, mark, final) = (InCorner(name + ".part"), InCorner(name + ".laid"), Path.Combine(settings.Folder, name));
        if (!File.Exists(mark))
        {
            await WriteAsync(part, content, cancellation).ConfigureAwait(false);
            await WriteAsync(mark, "", cancellation).ConfigureAwait(false);
            // By our clock, whatever that of the folder's machine says.
            File.SetLastWriteTimeUtc(mark, time.GetUtcNow().UtcDateTime);
        }

        if (File.Exists(part))
            File.Move(part, final, overwrite: true);
    }

    // What nobody has taken yet need not be taken any more, nor what a crash left in our corner. The marks stay, or it would be laid down again.
    private void TakeAway(string reference)
    {
        foreach (var folder in new[] { settings.Folder, Path.Combine(settings.Folder, Corner) })
        {
            foreach (var file in Directory.EnumerateFiles(folder, reference + ".*").Where(file => !file.Contains(".withdrawal.", StringComparison.Ordinal) && !file.EndsWith(".laid", StringComparison.Ordinal)))
                File.Delete(file);
        }
    }

    private void CleanCorner()
    {
        var before = (time.GetUtcNow() - MarksStay).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(settings.Folder, Corner)).Where(file => File.GetLastWriteTimeUtc(file) < before))
            File.Delete(file);
    }

    private static async Task WriteAsync(string path, string content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerAndGroup;
        var file = new FileStream(path, options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(content), cancellation).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private string InCorner(string name) => Path.Combine(settings.Folder, Corner, name);
}
