using FsCheck;
using FsCheck.Fluent;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;
using RemedyBot.Tests.Contract;
using RemedyBot.Tests.Remedy;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>What somebody may have answered to the shipped questions, from a seed.</summary>
internal sealed class RandomAnswers(int seed)
{
    /// <summary>Stands in all that is told in words, with a number of three digits behind it.</summary>
    public const string Canary = "kanarienvogel";

    private readonly Random _random = new(seed);

    public static Gen<IReadOnlyList<Answer>> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomAnswers(seed).Make());

    private IReadOnlyList<Answer> Make() => [.. AChat.Content.Dialogs.Dialogs.All
        .SelectMany(dialog => dialog.Steps.OfType<Ask>().Where(ask => ask is { Field: not null, Kind: not PromptKind.Consent }).Select(ask => (Step: $"{dialog.Name}/{ask.Id}", Ask: ask)))
        .Where(_ => _random.Next(3) > 0)
        .Select((one, order) => new Answer(one.Step, null, one.Ask.Field, AnswerKind.Chosen, Values(one.Ask, order), order))];

    private string[] Values(Ask ask, int order) => ask switch
    {
        { Options.Count: > 0 } => [.. Enumerable.Range(0, ask.Kind == PromptKind.Choices ? 2 : 1).Select(_ => Pick([.. ask.Options.Select(o => o.Value)])).Distinct()],
        { Kind: PromptKind.YesNo } => [Pick("yes", "no")],
        { Kind: PromptKind.Date } => ["2026-03", "about"],
        _ => [FieldTable.Current.Find(ask.Field!.Split('#')[0]) is { } field ? OfType(field, order) : Leaf()],
    };

    private string OfType(Field field, int order) => field switch
    {
        { Values.Count: > 0 } => Pick([.. field.Values]),
        { Type: "iso" } => Pick("ES", "MX", "KE"),
        { Type: "routeid" } => "plt.telegram",
        { Type: "leaf" } => Leaf(),
        _ => $"{Canary}-{order:000}",
    };

    private string Leaf() => Pick([.. Content.Taxonomy.Leaves.Select(l => l.Id)]);

    private string Pick(params string[] from) => from[_random.Next(from.Length)];
}
