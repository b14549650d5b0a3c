using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Words told beside a question, asked for anew: with the text question of their field, and kept where they were told, so that the question beside them stays answered.</summary>
internal static class Retelling
{
    /// <summary>What to ask before any question of the main dialog, or null where no words are asked for anew.</summary>
    public static Waiting? Of(DialogSet set, Conversation conversation, Memory memory) =>
        conversation.Reask is { } reask && reask.EndsWith(Keys.Words, StringComparison.Ordinal)
            && conversation.Log.Find(e => e.Key == reask)?.Field is { } field && Question(set, field, memory) is { } text
            ? new(text.Dialog, text.Ask, text.Ask.Path, Keys.Item(reask), []) { Retold = reask }
            : null;

    public static bool Has(DialogSet set, string field) => Questions(set, field).Any();

    /// <summary>The one that would be asked now; where none would, the first.</summary>
    private static (Dialog Dialog, Ask Ask)? Question(DialogSet set, string field, Memory memory)
    {
        var questions = Questions(set, field).ToList();
        var now = questions.FindIndex(q => q.Ask.When?.Holds(memory) ?? true);
        return questions.Count == 0 ? null : questions[Math.Max(now, 0)];
    }

    private static IEnumerable<(Dialog Dialog, Ask Ask)> Questions(DialogSet set, string field) =>
        from dialog in set.All
        orderby dialog.Name
        from ask in dialog.Steps.OfType<Ask>()
        where ask is { Kind: PromptKind.Text, Reads: null, Options.Count: 0, OptionsFrom: null } && ask.Field == field
        select (dialog, ask);
}
