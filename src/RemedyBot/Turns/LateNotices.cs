using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns;

/// <summary>The one e-mail for when nobody says in time that a case was seen: when it may be asked about, and when it is made.</summary>
public sealed class LateNotices(LoadedContent content, IRandomness random)
{
    /// <summary>The question for exactly this e-mail, to exactly that address.</summary>
    private const string Question = "recipient-consent/notice";
    private const string Value = "/contact/channels/-/value";

    /// <summary>The address, where she named one that only she reads; null where there is nothing to ask about.</summary>
    public static string? AddressIn(CaseView view) =>
        view.Last("/contact/channels/-/kind") is ["email"]
        && view.Last("/contact/channels/-/safe") is ["yes"]
        && view.Last("/safety/device_compromise") is not (["yes"] or ["unknown"])
        && view.Last(Value) is [var address] && MailServer.IsAddress(address.Trim()) ? address.Trim() : null;

    /// <summary>
    /// Whether the question, or the answer to it, has a place. An answer was for the address that stood there, so another address asks anew; and it
    /// is not asked of a case that somebody has seen, or that is late already.
    /// </summary>
    public static bool IsAsked(CaseView view, string item, HandedOver? standing, DateOnly today) => AddressIn(view) is not null
        && (Said(view, item) is { } answer ? !view.Answers.Any(a => a.Field == Value && a.Order > answer.Order) : standing is null || (MayGo(standing) && !standing.IsOverdue(today)));

    /// <summary>What the e-mail says, as she reads it beside the question.</summary>
    public static string Words(LoadedContent content, string language) => $"{Text(content, language, "subject")} – {Text(content, language, "text")}";

    /// <summary>Makes each e-mail that may go, and takes back what may go no more. Comes after the letters of the turn: one may say that the case was seen.</summary>
    public CaseFile Settle(CaseFile file, CaseView view, (List<OutboxDraft> Drafts, List<Withdrawal> Withdrawals) into)
    {
        var (handoffs, language) = (file.Handoffs.ToList(), file.Language);
        for (var i = 0; i < handoffs.Count; i++)
        {
            var handoff = handoffs[i];
            if (handoff is { NoticeMade: true, Withdrawn: false } && !(MayGo(handoff) && Stands(handoff, view)))
            {
                into.Withdrawals.AddRange(TakingBack.Unneeded(handoff));
                handoffs[i] = handoff with { NoticeMade = false };
            }
            else if (handoff is { Notice: { } id, NoticeMade: false, AnswerBy: { } by } && MayGo(handoff) && Stands(handoff, view) && AddressIn(view) is { } to)
            {
                into.Drafts.Add(new LateNotice(to, Text(content, language, "subject"), Text(content, language, "text")).ToDraft(id, by, random));
                handoffs[i] = handoff with { NoticeMade = true };
            }
        }

        return file with { Handoffs = handoffs };
    }

    /// <summary>The day by which somebody at this recipient usually says that a case was seen.</summary>
    public static DateOnly? AnswerBy(HelpCard? card, DateOnly today) => card is null ? null : today.AddDays(card.AnswerDays);

    /// <summary>She wants it and it is safe. Without a way back, which is the code, it would lead nowhere.</summary>
    private static bool Stands(HandedOver handoff, CaseView view) => view.Kept && Said(view, handoff.Item) is { Values: ["yes"] } && AddressIn(view) is not null;

    private static Answer? Said(CaseView view, string item) => view.Answers.LastOrDefault(a => a.Step == Question && a.Item == item);

    /// <summary>Nobody there has said that it was seen, and whoever does can end the e-mail.</summary>
    private static bool MayGo(HandedOver handoff) => handoff is { Notice: not null, State: "waiting" or "delivered" };

    private static string Text(LoadedContent content, string language, string key) => content.Localizer.Catalog.Render(language, "common/notice-" + key);
}
