using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using Telegram.Bot.Types.ReplyMarkups;

namespace RemedyBot.Channels.Telegram;

/// <summary>What can be tapped, as rows of buttons: several short ones stand side by side.</summary>
internal static class TelegramKeyboard
{
    private const int MostInRow = 6;
    private const int Width = 32;
    private const int Edge = 4;

    /// <summary>Null where nothing is offered.</summary>
    /// <param name="turn">The turn that asks: a tap brings it back.</param>
    public static InlineKeyboardMarkup? Of(SuggestedActions? offered, int turn)
    {
        if (offered is not { Actions.Count: > 0 })
            return null;
        var rows = new List<List<InlineKeyboardButton>>();
        var taken = 0;
        foreach (var action in offered.Actions)
        {
            var width = action.Title.Length + Edge;
            if (rows.Count == 0 || rows[^1].Count == MostInRow || taken + width > Width)
            {
                rows.Add([]);
                taken = 0;
            }
            rows[^1].Add(InlineKeyboardButton.WithCallbackData(action.Title, Tap.Write(turn, action.Value)));
            taken += width;
        }
        return new(rows);
    }
}
