namespace RemedyBot.Handoff.Delivery;

/// <summary>The few sentences that a sender adds, in the recipient's language. They come from the catalogs; `{ref}` stands for the handoff's reference.</summary>
/// <param name="Subject">Neutral: subjects travel in the clear, and in notifications.</param>
/// <param name="Waiting">A case waits at the desk.</param>
/// <param name="Sealed">The case is in the sealed file beside this.</param>
/// <param name="Withdrawn">The person took the case back.</param>
/// <param name="Answer">The person wrote back; their words follow.</param>
/// <param name="Reminder">The consent is about to end.</param>
/// <param name="Again">The subject of a letter that may have come before.</param>
public sealed record SenderTexts(string Subject, string Waiting, string Sealed, string Withdrawn, string Answer, string Reminder, string Again)
{
    internal static string Fill(string text, string reference) => text.Replace("{ref}", reference, StringComparison.Ordinal);

    internal string SubjectOf(Parcel parcel) => Fill(Subject, parcel.Ref);
}
