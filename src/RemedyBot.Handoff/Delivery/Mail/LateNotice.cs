using RemedyBot.Handoff.Consent;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>
/// The one e-mail that a person said yes to, for when nobody says in time that a case was seen: her address and a neutral sentence, alone. No
/// reference, no recipient, nothing by which it could be told to belong to a case.
/// </summary>
public sealed record LateNotice(string To, string Subject, string Text)
{
    private const string Nobody = "self";
    private const int DaysTried = 2;
    private static readonly TimeOnly Noon = new(12, 0);

    /// <param name="id">Kept with the case and in the state: whoever acknowledges, or takes back, ends it by this number.</param>
    /// <param name="answerBy">The last day on which somebody may still say that the case was seen.</param>
    public OutboxDraft ToDraft(long id, DateOnly answerBy, IRandomness random)
    {
        var parcel = new Parcel(new(Nobody, Nobody, ""), HandoffReference.New(random), Box: null, ParcelForm.LateNotice, answerBy.AddDays(DaysTried + 1), System.Text.Encoding.UTF8.GetString(HandoffJson.Write(this)));
        return parcel.ToDraft(id, new DateTimeOffset(answerBy.AddDays(1), Noon, TimeSpan.Zero));
    }

    internal static LateNotice? Read(Parcel parcel) => HandoffJson.Read<LateNotice>(System.Text.Encoding.UTF8.GetBytes(parcel.Content));

    public override string ToString() => nameof(LateNotice);
}
