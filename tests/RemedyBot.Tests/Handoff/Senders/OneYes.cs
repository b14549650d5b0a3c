using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Tests.Contract;
using RemedyBot.Tests.Remedy;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Somebody's answers and a yes to these groups for one recipient, brought as far as the outbox by what a turn does.</summary>
internal sealed class OneYes(Underway it, IReadOnlyList<Answer> answers, IReadOnlyList<string> groups) : IRecipients
{
    private const string Language = "es";

    private readonly Recipient _recipient = it.Rig.Recipient;

    private readonly CaseFile _file = new() { Conversation = new(), CaseId = ASummary.Id, Created = it.Desk.Today, Greeted = Language };

    /// <summary>All that was told, also what does not leave; null where nothing was.</summary>
    public CaseSummary? Summary => View.Summary;

    private CaseView View => new(_file, [.. answers, new("recipient-consent/default", _recipient.Id, null, AnswerKind.Chosen, groups, answers.Count)], AChat.Content, it.Desk.Today);

    public PreparedHandoff HandOver()
    {
        var work = new HandoffWork(this, it.Desk.Sign, ADesk.Random, it.Desk.Vault.Outbox.NewId, new(AChat.Content, new(null, AChat.Content, it.Desk.Time)), new(AChat.Content, ADesk.Random), new(), it.Desk.Time)
        {
            IsLost = (_, _) => Task.FromResult(false),
            Rings = new(AChat.Content, ADesk.Random, new()),
        };
        var (after, drafts, _) = work.Reconcile(_file, [_recipient.Id], View, talks: true);
        var parcel = Parcel.Read(Assert.Single(drafts).Payload.Span)!;
        var held = Assert.Single(after.Handoffs);
        return new(parcel.Ref, held.BoxId, held.BoxKey!, "", parcel);
    }

    public IReadOnlyList<RecipientCard> In(string language) => [new(_recipient.Kind, _recipient.Id, _recipient.Name, "helpline")];

    public Recipient? Find(string id) => _recipient;

    public HelpCard? Card(string id) => null;

    public string LanguageOf(string id) => "en";

    public IReadOnlyList<string> ReadsOf(string id) => [];

    public string Words(IReadOnlyDictionary<string, string> words, string language) => "";
}
