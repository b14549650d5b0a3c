using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Turns;

/// <summary>The recipients as one conversation sees them: who takes this case, whom the person left out, what each may be given.</summary>
/// <param name="today">By which it is told whose yes has ended: they can be asked about anew.</param>
public sealed class Offering(IRecipients recipients, CaseFile file, DateOnly today)
{
    private const string LeftOut = "leave-out/who";
    private readonly IReadOnlyList<RecipientCard> _offered = recipients.In(file.Language);

    public HelpCard? Card(string? id) => id is null ? null : recipients.Card(id);

    public string Words(IReadOnlyDictionary<string, string> words) => recipients.Words(words, file.Language);

    /// <summary>Everybody whom something may be said about: those offered, and those who hold a case though their card has gone.</summary>
    public IReadOnlyList<RecipientCard> All =>
    [
        .. _offered,
        .. file.Handoffs.Where(h => h.Stands(today) && _offered.All(c => c.Id != h.Item)).Select(h => new RecipientCard(h.Kind, h.Item, h.Name, null)).DistinctBy(c => c.Id),
    ];

    public IReadOnlyList<string> ReadsOf(string id) => recipients.ReadsOf(id);

    /// <summary>Whether anything can be sent there now.</summary>
    public bool Reaches(string id) => _offered.Any(c => c.Id == id);

    /// <summary>Those who take this case. Who has it stays among them, or a changed answer would take it back unasked.</summary>
    public IReadOnlyList<RecipientCard> For(CaseView view)
    {
        var left = LeftOutBy(view.Answers);
        var shape = ShapeOf(view);
        return [.. All.Where(c => !left.Contains(c.Id) && (Has(c.Id) || Takes(c.Id, shape)))];
    }

    /// <summary>Those whom the person may want to leave out.</summary>
    public IReadOnlyList<RecipientCard> Helplines(CaseView view)
    {
        var shape = ShapeOf(view);
        return [.. _offered.Where(c => Card(c.Id) is { } card && card.Takes(shape))];
    }

    /// <summary>Those who take this case and do not have it.</summary>
    public IReadOnlyList<RecipientCard> Others(CaseView view) => [.. For(view).Where(c => !Has(c.Id))];

    /// <summary>What this recipient may be given at most: its column, within its card.</summary>
    public Column ColumnOf(RecipientCard recipient)
    {
        var card = Card(recipient.Id);
        var column = Columns.For(recipient.Kind, card?.Column ?? recipient.Column);
        return card is not { Groups.Count: > 0 } ? column : column with
        {
            Default = [.. column.Default.Where(card.Groups.Contains)],
            Beyond = [.. column.Beyond.Where(card.Groups.Contains)],
        };
    }

    private bool Has(string id) => file.Handoffs.Any(h => h.Item == id && h.Stands(today));

    private bool Takes(string id, CaseShape shape) => Card(id)?.Takes(shape) ?? true;

    private static IReadOnlyList<string> LeftOutBy(IReadOnlyList<Answer> answers) => answers.LastOrDefault(a => a.Step == LeftOut)?.Values ?? [];

    private CaseShape ShapeOf(CaseView view) =>
        new(view.Country, view.Leaves, file.Language, view.Last("/person/age_band") is [var band] ? band : null, view.Last("/perpetrator/relation") ?? []);
}
