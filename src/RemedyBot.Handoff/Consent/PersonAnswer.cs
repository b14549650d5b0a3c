using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>What a person writes back to a recipient who has their case.</summary>
/// <param name="Part">Distinguishes the answers of one handoff.</param>
public sealed record PersonAnswer(string Ref, string Part, DateOnly Day, string Text)
{
    /// <summary>What happened with it: the person ended a talk, or it ended.</summary>
    public string? Event { get; init; }

    private const int PartCharacters = 8;

    /// <summary>The answer as a parcel for the outbox: sealed where the recipient has a key, else clear inside the sealed record.</summary>
    /// <param name="order">1 for the first answer of a handoff, 2 for the second …: they arrive in this order.</param>
    public static Parcel Prepare(HandoffRoute route, string text, int order, DateOnly day, HandoffMeans means)
    {
        var part = NewPart(means.Random);
        var answer = new PersonAnswer(route.Ref, part, day, text) { Event = route.Happened?.ToString() };
        var recipient = route.Recipient;
        var parcel = new Parcel(new(recipient.Kind, recipient.Id, recipient.Name), route.Ref, route.Box, ParcelForm.Answer, route.Expires, "") { Part = part, Order = order };
        if (recipient.MailKey is { } mailKey)
        {
            var file = ($"{route.Ref}.{part}.json", HandoffJson.Write(answer));
            return parcel with { Sealed = SealedLetter.Seal(text, file, mailKey, recipient.MailInline, means.Now).ToJson() };
        }

        return recipient.Key is { } key && !recipient.TakesClear
            ? parcel with { Sealed = JwePadding.Seal(HandoffJson.Write(answer), json => Envelope.Seal(json, key, new SealLabel(recipient.Id, route.Ref))) }
            : parcel with { Content = text };
    }

    private static string NewPart(IRandomness random)
    {
        Span<byte> bytes = stackalloc byte[PartCharacters / 2];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    public override string ToString() => nameof(PersonAnswer);
}
