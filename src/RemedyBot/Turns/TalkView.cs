using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Live;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Turns;

/// <summary>What the dialogs may know of talks with a person: whether one is offered, and where the last stands.</summary>
/// <param name="offer">What the desk offers; null where it offers none.</param>
public sealed class TalkView(TalkOffer? offer, IRecipients recipients, LiveRoom room, TimeProvider time)
{
    /// <summary>The item of the consent to a talk.</summary>
    public const string Item = "talk";

    private const string Consent = "live/consent";

    // Of them a talk shows the language (g1), and the weightiest harm and its urgency (g3).
    private static readonly string[] Shown = ["g1", "g3"];

    public TalkOffer? Offer => offer;

    /// <summary>Whether somebody is there for this person now. A desk whose key is held elsewhere cannot read along, so it offers none.</summary>
    public bool IsOffered(CaseFile file) =>
        offer is not null && file.OpenTalk is null && IsStaffed && room.HasRoom && recipients.Find(DeskCard.RecipientId) is { Key: not null, ListKey: null };

    /// <summary>Whether it is time, and somebody is there.</summary>
    public bool IsStaffed => offer is not null && offer.IsOpen(time.GetUtcNow()) && room.IsStaffed;

    /// <summary>The order of the last yes to a talk; null where there is none.</summary>
    public static int? Yes(IReadOnlyList<Answer> answers) => Said(answers)?.Order;

    /// <summary>The groups that this yes gives.</summary>
    public static IReadOnlyList<string> Granted(IReadOnlyList<Answer> answers) => [.. (Said(answers)?.Values ?? []).Intersect(Shown)];

    /// <summary>The groups that the question asks for, as far as this column offers them.</summary>
    public static IReadOnlyList<string> GroupsOf(Column column) => [.. Shown.Where(column.Default.Contains)];

    /// <summary>Whether a dialog walked for this item is about a talk.</summary>
    public static bool IsTalk(string item) => item == Item || (item is ['t', _, ..] && item.Skip(1).All(char.IsAsciiDigit));

    public bool Holds(string fact, CaseFile file, Circumstance at) => fact switch
    {
        "talk-offered" => IsOffered(file),
        // The question that was asked stays where it is, whatever changed since.
        "talk-asking" => file.Conversation.Asking?.StartsWith(Consent + "@", StringComparison.Ordinal) == true,
        "talk-hours" => offer is not null && !IsOffered(file) && file.OpenTalk is null,
        "talk-asked" => Yes(at.Answers) is not null,
        "talk-now" => Yes(at.Answers) is { } asked && file.Talks.All(t => t.Asked != asked),
        "talk-over" => file.Talks.Any(t => t is { Handoff: not null, IsOpen: false }) && file.OpenTalk is null,
        "talk-open" => Stage(file, at) is TalkStage.Requested or TalkStage.Human,
        "talk-requested" => Stage(file, at) is TalkStage.Requested,
        "talk-human" => Stage(file, at) is TalkStage.Human,
        "talk-missed" => Stage(file, at) is TalkStage.Missed,
        "talk-left" => Stage(file, at) is TalkStage.Left,
        "talk-failed" => Stage(file, at) is TalkStage.Failed,
        "talk-completed" => Stage(file, at) is TalkStage.Completed,
        "talk-closed" => Yes(at.Answers) is { } closed && file.Talks.Any(t => t.Asked == closed && t.Closed),
        _ => false,
    };

    public static IReadOnlyList<Choice> List(string list, Circumstance at) => list == Item ? [new(Item, null, Item)]
        : Yes(at.Answers) is { } asked ? [new(Talk.ItemOf(asked), null, Item)] : [];

    private static Answer? Said(IReadOnlyList<Answer> answers) => answers.LastOrDefault(a => a.Step == Consent && a.Values is not ([] or ["no"]));

    /// <summary>Of a talk that was said yes to in this very turn: what it will be.</summary>
    private TalkStage? Stage(CaseFile file, Circumstance at) => Yes(at.Answers) is { } asked
        ? file.Talks.FirstOrDefault(t => t.Asked == asked)?.Stage ?? (IsOffered(file) ? TalkStage.Requested : TalkStage.Missed)
        : null;
}
