using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>What a parcel says in a ticket, whichever system the ticket stands in. Plain text always.</summary>
/// <param name="Subject">Of what is said later it is the mark by which we know our own words again: they are not said twice and not read back as staff's.</param>
/// <param name="Facts">For fields, tags and priority; none where the case is not clear.</param>
internal sealed record TicketMessage(string Subject, string Words, IReadOnlyList<TicketFile> Files, CaseFacts Facts)
{
    private const string Jose = "application/jose";

    /// <summary>The ticket itself.</summary>
    internal static TicketMessage Opening(Parcel parcel, SenderTexts texts, bool noticeOnly)
    {
        var clear = parcel.Form == ParcelForm.Clear && !noticeOnly;
        var sealedOnly = parcel.Form == ParcelForm.Jwe && !noticeOnly;
        var words = clear ? parcel.Text ?? "" : SenderTexts.Fill(sealedOnly ? texts.Sealed : texts.Waiting, parcel.Ref);
        var files = new List<TicketFile>();
        if (clear)
            files.Add(new($"{parcel.Ref}.json", "application/json", parcel.Content));
        if ((clear ? parcel.Sealed : sealedOnly ? parcel.Content : null) is { } jwe)
            files.Add(new($"{parcel.Ref}.jwe", Jose, jwe));
        return new(texts.SubjectOf(parcel), words, files, clear ? CaseFacts.Of(parcel.Content) : CaseFacts.None);
    }

    /// <summary>What is said in it later: a withdrawal, a reminder, what the person answers. Null for what opens a ticket.</summary>
    internal static TicketMessage? Further(Parcel parcel, SenderTexts texts) => parcel switch
    {
        { Form: ParcelForm.Withdrawal } => Said(parcel, texts.Withdrawn, new TicketFile($"{parcel.Ref}.withdrawal.jws", Jose, parcel.Content)),
        { Form: ParcelForm.Reminder } => Said(parcel, texts.Reminder),
        { Form: ParcelForm.Answer, Sealed: { } jwe } => Said(parcel, $"{texts.Answer}\n\n{texts.Sealed}", new TicketFile($"{parcel.Ref}.{parcel.Part}.jwe", Jose, jwe)),
        { Form: ParcelForm.Answer } => Answered(parcel, Said(parcel, texts.Answer)),
        _ => null,
    };

    /// <summary>Of whichever handoff: staff merge tickets, and then another person's words stand in this one.</summary>
    internal static bool IsOurs(string? subject) =>
        subject is ['[', ..] && subject.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && HandoffReference.IsOne(subject[1..end]);

    // The person's words are put in last: nothing in them stands for anything.
    private static TicketMessage Answered(Parcel parcel, TicketMessage said) => said with { Words = $"{said.Words}\n\n{parcel.Content}" };

    private static TicketMessage Said(Parcel parcel, string words, params IReadOnlyList<TicketFile> files) =>
        new($"[{parcel.Ref}/{parcel.Part ?? "withdrawal"}]", SenderTexts.Fill(words, parcel.Ref), files, CaseFacts.None);

    public override string ToString() => nameof(TicketMessage);
}
