using RemedyBot.Composition;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Turns;

/// <summary>The one e-mail for when nobody says in time that a case was seen: when it may be asked about, and when it is made.</summary>
public sealed class LateNotices(LoadedContent content, IRandomness random)
{
    /// <summary>The question for exactly this e-mail, to exactly that address.</summary>
    private const string Question = "recipient-consent/notice";

    /// <summary>The address, where she named one that only she reads; null where there is nothing to ask about.</summary>
    public static string? AddressIn(CaseView view) =>
        view.Last("/contact/channels/-/kind") is ["email"]
        && view.Last("/contact/channels/-/safe") is ["yes"]
        && view.Last("/safety/device_compromise") is not (["yes"] or ["unknown"])
        && view.Last("/contact/channels/-/value") is [var address] && MailServer.IsAddress(address.Trim()) ? address.Trim() : null;

    public static bool Wanted(CaseView view, string item) => view.Answers.LastOrDefault(a => a.Step == Question && a.Item == item) is { Values: ["yes"] };

    /// <summary>What the e-mail says, as she reads it beside the question.</summary>
    public static string Words(LoadedContent content, string language) => $"{Text(content, language, "subject")} – {Text(content, language, "text")}";

    /// <summary>Null until she keeps the chat: without a way back the e-mail would lead nowhere.</summary>
    public OutboxDraft? Draft(HandedOver handoff, CaseView view, string language) =>
        handoff is { Notice: { } id, NoticeMade: false, Withdrawn: false, AnswerBy: { } by } && view.Kept && Wanted(view, handoff.Item) && AddressIn(view) is { } to
            ? new LateNotice(to, Text(content, language, "subject"), Text(content, language, "text")).ToDraft(id, by, random)
            : null;

    /// <summary>The day by which somebody at this recipient usually says that a case was seen.</summary>
    public static DateOnly? AnswerBy(HelpCard? card, DateOnly today) => card is null ? null : today.AddDays(card.AnswerDays);

    private static string Text(LoadedContent content, string language, string key) => content.Localizer.Catalog.Render(language, "common/notice-" + key);
}
