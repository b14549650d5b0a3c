using System.Text;
using MimeKit;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>Puts what is sealed into a letter whose outside says nothing.</summary>
internal sealed class LetterWriter(MailSettings settings, SenderTexts texts)
{
    /// <summary>Marks a letter that may have come before, for systems that open a ticket for each.</summary>
    internal const string RepeatHeader = "RemedyBot-Repeat";

    internal MimeMessage Write(Parcel parcel, DateTimeOffset now)
    {
        var letter = new MimeMessage();
        letter.From.Add(MailboxAddress.Parse(settings.From));
        letter.To.Add(MailboxAddress.Parse(settings.To));
        letter.Subject = Line(parcel.Repeat ? SenderTexts.Fill(texts.Again, parcel.Ref) : texts.SubjectOf(parcel));
        // The day is enough: the minute in which somebody wrote is hers.
        letter.Date = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        letter.MessageId = IdOf(parcel);
        if (!parcel.IsCase)
        {
            letter.InReplyTo = IdOf(parcel with { Form = ParcelForm.OpenPgp, Part = null });
            letter.References.Add(letter.InReplyTo);
        }

        // Holiday notices and ticket systems' receipts need not answer a program.
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (parcel.Repeat)
            letter.Headers.Add(RepeatHeader, "yes");
        letter.Body = Body(parcel);
        return letter;
    }

    private MimeEntity Body(Parcel parcel) => parcel.Form switch
    {
        ParcelForm.Notice => Words(SenderTexts.Fill(texts.Waiting, parcel.Ref)),
        _ when settings.NoticeOnly && parcel.IsCase => Words(SenderTexts.Fill(texts.Waiting, parcel.Ref)),
        ParcelForm.Reminder => Words(SenderTexts.Fill(texts.Reminder, parcel.Ref)),
        ParcelForm.Withdrawal => Noticed(SenderTexts.Fill(texts.Withdrawn, parcel.Ref), $"{parcel.Ref}.withdrawal.jws", parcel.Content),
        ParcelForm.Jwe => Noticed(SenderTexts.Fill(texts.Sealed, parcel.Ref), $"{parcel.Ref}.jwe", parcel.Content),
        ParcelForm.OpenPgp => SealedBody(SealedLetter.Read(parcel.Content), parcel),
        ParcelForm.Answer when parcel.Sealed is { } letter => SealedBody(SealedLetter.Read(letter), parcel),
        _ => throw NotDelivered.Never(Reasons.KeyMissing),
    };

    private static Multipart SealedBody(SealedLetter? letter, Parcel parcel) => letter switch
    {
        { Mime: { } armor } => Encrypted(armor),
        { Text: { } text, File: { } file } => Several("mixed", Words(text), Part("application", "octet-stream", file, $"{parcel.Key.Replace('/', '.')}.json.asc")),
        _ => throw NotDelivered.Never(Reasons.Malformed),
    };

    private static Multipart Noticed(string words, string name, string content) => Several("mixed", Words(words), Part("application", "jose", content, name));

    private static TextPart Words(string text) => new("plain") { Text = text };

    private static MimePart Part(string type, string subtype, string content, string? name) => new(type, subtype)
    {
        Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes(content))),
        ContentTransferEncoding = ContentEncoding.SevenBit,
        ContentDisposition = name is null ? null : new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
    };

    private string IdOf(Parcel parcel)
    {
        var what = parcel.Form switch
        {
            ParcelForm.Withdrawal => "withdrawal",
            ParcelForm.Answer or ParcelForm.Reminder => parcel.Part ?? "answer",
            ParcelForm.Notice => "notice",
            _ => "case",
        };
        return $"{parcel.Ref}.{what}@{settings.Server.Domain}";
    }

    // No header can be broken open, whatever a catalog says.
    private static string Line(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));

    private static Multipart Several(string subtype, params MimeEntity[] parts)
    {
        var several = new Multipart(subtype);
        foreach (var part in parts)
            several.Add(part);
        return several;
    }

    private static Multipart Encrypted(string armor)
    {
        var encrypted = Several("encrypted", Part("application", "pgp-encrypted", "Version: 1\r\n", null), Part("application", "octet-stream", armor, "encrypted.asc"));
        encrypted.ContentType.Parameters["protocol"] = "application/pgp-encrypted";
        return encrypted;
    }
}
