using System.Globalization;

namespace RemedyBot.Channels.Activities;

/// <summary>A message of the bot as one channel can show it: buttons where they fit, else a numbered list; never cut.</summary>
public static class Layout
{
    private const string Expecting = "expectingInput";
    private const string Accepting = "acceptingInput";

    public static Activity Of(string text, string language, QuestionData question, ChannelLimits limits)
    {
        var fits = question.Choices.Count <= limits.Actions && question.Choices.All(c => c.Title.Length <= limits.ActionTitle);
        var shown = fits ? question.Choices : [];
        var wishes = limits.Wishes && shown.Count + question.Wishes.Count <= limits.Actions ? question.Wishes : [];
        List<CardAction> actions = [.. shown.Concat(wishes).Select(c => Action(c, limits))];
        return new()
        {
            Type = ActivityTypes.Message,
            Text = fits ? text : text + "\n" + Numbered(question.Choices),
            TextFormat = "plain",
            Locale = language,
            InputHint = question.Asks ? Expecting : Accepting,
            SuggestedActions = actions.Count == 0 ? null : new([], actions),
            ChannelData = ActivityJson.Element(question),
        };
    }

    private static CardAction Action(Choice choice, ChannelLimits limits) => limits.MessageBack
        ? new("messageBack", choice.Title, choice.Value, choice.Value, choice.Title)
        : new("imBack", choice.Title, choice.Title);

    private static string Numbered(IReadOnlyList<Choice> choices) =>
        string.Join('\n', choices.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {c.Title}")));
}
