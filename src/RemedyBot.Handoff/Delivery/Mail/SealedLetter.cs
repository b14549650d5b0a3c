using System.Text;
using MimeKit;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>What a letter carries, sealed to the recipient's OpenPGP key at the moment of consent: the content of such a parcel.</summary>
/// <param name="Mime">Armor of a whole MIME part, for PGP/MIME; null where the letter goes inline.</param>
/// <param name="Text">Armor of the words, inline.</param>
/// <param name="File">Armor of the file, inline.</param>
public sealed record SealedLetter(string? Mime, string? Text, string? File)
{
    /// <param name="text">What is read first.</param>
    /// <param name="file">JSON: the case and its receipt, or the answer.</param>
    /// <param name="inline">Armor in the body instead of PGP/MIME.</param>
    public static SealedLetter Seal(string text, (string Name, byte[] Content) file, OpenPgpKey key, bool inline, DateTimeOffset now)
    {
        if (inline)
            return new SealedLetter(null, key.Seal(Encoding.UTF8.GetBytes(text), now), key.Seal(file.Content, now));
        using var whole = new Multipart("mixed");
        whole.Add(new TextPart("plain") { Text = text, ContentTransferEncoding = ContentEncoding.Base64 });
        whole.Add(new MimePart("application", "json")
        {
            Content = new MimeContent(new MemoryStream(file.Content)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.Name },
            ContentTransferEncoding = ContentEncoding.Base64,
        });
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        whole.WriteTo(format, bytes);
        return new SealedLetter(key.Seal(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), now), null, null);
    }

    public string ToJson() => Encoding.UTF8.GetString(HandoffJson.Write(this));

    public static SealedLetter? Read(string json) => HandoffJson.Read<SealedLetter>(Encoding.UTF8.GetBytes(json));

    public override string ToString() => nameof(SealedLetter);
}
