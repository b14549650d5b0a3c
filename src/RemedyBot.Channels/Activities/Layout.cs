using System.Globalization;
using System.Text;

namespace RemedyBot.Channels.Activities;

/// <summary>A message of the bot as one channel can show it: buttons where they fit, else a list where the channel has one, else numbers; long texts in several messages; never cut.</summary>
public static class Layout
{
    private const string Accepting = "acceptingInput";
    private const string Ticked = "✓ ";

    /// <summary>What ends a choice of several.</summary>
    private const string Done = "done";

    /// <summary>Before each thing of a list that a text names.</summary>
    private const string Bullet = "– ";

    /// <summary>Room that a button's value leaves for the number of its question.</summary>
    private const int CallbackRoom = Apps.Tap.Room + 1;

    /// <returns>At least one; what is asked stands in the last.</returns>
    public static IReadOnlyList<Activity> Of(string text, string language, QuestionData question, ChannelLimits limits, LayoutWords words)
    {
        var choices = Offered(question, limits, words);
        var wishes = limits.Wishes ? question.Wishes.Where(w => limits.WishButtons?.Contains(w.Value) ?? true).ToList() : [];
        // Rather than that these are missing the choices become numbers.
        var kept = wishes.Count(w => limits.WaysOut.Always.Contains(w.Value));
        var shape = ShapeOf(choices, limits, kept);
        // The last row is better a choice: what ends them can be written.
        if (shape is Shape.Text && choices is [.., { Choice.Value: Done }] && ShapeOf(choices.GetRange(0, choices.Count - 1), limits, kept) is not Shape.Text and var tight)
        {
            shape = tight;
            choices.RemoveAt(choices.Count - 1);
        }
        var shown = shape is Shape.Text ? [] : choices;
        var list = shape is Shape.List or Shape.NumberedList;
        var numbered = shape is Shape.Text or Shape.NumberedButtons or Shape.NumberedList;
        // Where the text names things already these are the numbers, and what has room on a button stays there: "yes" needs none beside them.
        var lines = text.Split('\n');
        var lists = shape is not Shape.Text && choices.Exists(o => Named(lines, o) >= 0);
        bool IsListed(Offer offer) => numbered && offer.Number > 0 && (!lists || Named(lines, offer) >= 0 || !IsTitled(offer, list ? limits.RowTitle : limits.ActionTitle, limits));
        var ways = limits.WaysOut.Fitting(wishes, (list ? limits.Rows : limits.Actions) - shown.Count);
        List<CardAction> actions =
        [
            .. shown.Select(o => Action(o.Choice, IsListed(o) ? Number(o.Number, o.Ticked) : o.Title, limits)),
            .. ways.Select(w => Action(w, w.Title, limits)),
        ];
        // Where one's own words are asked for a number is one of them.
        var counted = shape is not Shape.Text || question is not { Kind: "text", Field: null };
        var ends = choices.Exists(o => o.Ticked) && !shown.Exists(o => o.Choice.Value == Done) ? "\n" + Bullet + words.Done : "";
        var written = question.Wishes.Except(ways).Select(w => w.Value).Intersect(limits.WaysOut.Always).ToList();
        if (written.Count > 0 && words.Ways is { } named)
            ends += "\n" + named(limits.WaysOut.Always.Intersect(written));
        var parts = Parts(Listed(text, [.. choices.Where(IsListed)], counted) + ends, actions.Count > 0, limits, words.First);
        var asked = new Activity
        {
            Type = ActivityTypes.Message,
            Text = parts[^1],
            TextFormat = "plain",
            Locale = language,
            InputHint = question.Asks ? ActivityTypes.Expecting : Accepting,
            SuggestedActions = actions.Count == 0 ? null : new([], actions) { Style = list ? "list" : null },
            ChannelData = ActivityJson.Element(question),
        };
        return [.. parts.SkipLast(1).Select(p => Before(p, asked, question)), asked];
    }

    /// <summary>A list of several in its text, some of them ticked. What is to be tapped goes under a new message: few channels show it under one that was changed.</summary>
    public static bool IsTicked(Activity message) => message.SuggestedActions is null && message.Text?.Contains(". " + Ticked, StringComparison.Ordinal) is true;

    private enum Shape { Buttons, List, NumberedButtons, NumberedList, Text }

    /// <param name="Number">Its place in a numbered list, from 1; 0 where it stands in none.</param>
    private sealed record Offer(Choice Choice, string Title, int Number, bool Ticked);

    private static List<Offer> Offered(QuestionData question, ChannelLimits limits, LayoutWords words)
    {
        var several = limits.Ticks && question.Kind is "choices" or "items" or "consent";
        var offers = question.Choices.Select((c, i) => several && c.Value is not ("yes" or "no")
            ? new Offer(c with { Value = "+" + c.Value }, c.Picked ? Ticked + c.Title : c.Title, i + 1, c.Picked)
            : new Offer(c, c.Title, i + 1, false)).ToList();
        if (several && offers.Exists(o => o.Choice.Value.StartsWith('+')))
            offers.Add(new(new(Done, words.Done), words.Done, 0, false));
        return offers;
    }

    /// <param name="ways">How many buttons are kept for wishes.</param>
    private static Shape ShapeOf(List<Offer> offers, ChannelLimits limits, int ways)
    {
        var (buttons, rows) = (limits.Actions - ways, limits.Rows - ways);
        var carries = limits.Callback == 0 || offers.All(o => Encoding.UTF8.GetByteCount(o.Choice.Value) + CallbackRoom <= limits.Callback);
        bool Titled(int most) => offers.All(o => IsTitled(o, most, limits));
        return offers.Count == 0 || (carries && offers.Count <= buttons && Titled(limits.ActionTitle)) ? Shape.Buttons
            : carries && offers.Count <= rows && Titled(limits.RowTitle) ? Shape.List
            // A button that sends another thing than it shows may show a number.
            : limits.Callback > 0 && carries && offers.Count <= buttons ? Shape.NumberedButtons
            : limits.Callback > 0 && carries && offers.Count <= rows ? Shape.NumberedList
            : Shape.Text;
    }

    /// <summary>Where a button can send nothing unseen, it sends what it shows; a plus says that it ticks one of several.</summary>
    private static CardAction Action(Choice choice, string shown, ChannelLimits limits) => limits.MessageBack
        ? new("messageBack", shown, choice.Value, choice.Value, choice.Title)
        : new("imBack", shown, choice.Value.StartsWith('+') ? "+" + choice.Title : shown);

    private static string Number(int number, bool ticked) => (ticked ? Ticked : "") + number.ToString(CultureInfo.InvariantCulture);

    private static bool IsTitled(Offer offer, int most, ChannelLimits limits) => TextMeasure.Fits(offer.Title, most, limits.Unit is TextUnit.Gsm ? TextUnit.Utf16 : limits.Unit);

    /// <summary>With numbers: where the text names a thing in a line of its own already, there; the others below it.</summary>
    private static string Listed(string text, IReadOnlyList<Offer> offers, bool counted)
    {
        if (offers.Count == 0)
            return text;
        var lines = text.Split('\n').ToList();
        foreach (var offer in offers)
        {
            var line = counted ? string.Create(CultureInfo.InvariantCulture, $"{offer.Number}. {offer.Title}") : Bullet + offer.Title;
            if (Named(lines, offer) is >= 0 and var at)
                lines[at] = lines[at].Replace(Bullet + offer.Choice.Title, line, StringComparison.Ordinal);
            else
                lines.Add(line);
        }
        return string.Join('\n', lines);
    }

    /// <summary>The line of the text that is this thing and nothing else, but for marks of direction; -1 for none.</summary>
    private static int Named(IReadOnlyList<string> lines, Offer offer)
    {
        for (var at = 0; at < lines.Count; at++)
            if (lines[at].Trim('\u2066', '\u2067', '\u2068', '\u2069') == Bullet + offer.Choice.Title)
                return at;
        return -1;
    }

    private static IReadOnlyList<string> Parts(string text, bool taps, ChannelLimits limits, string? first)
    {
        string Whole(string part) => first is null ? part : first + "\n\n" + part;
        bool Fits(string part, int most) => TextMeasure.Fits(Whole(part), most, limits.Unit);
        var parts = TextParts.Of(text, p => Fits(p, limits.Text)).ToList();
        if (taps && !Fits(parts[^1], limits.WithActions))
            parts = [.. parts.SkipLast(1), .. TextParts.Of(parts[^1], p => Fits(p, limits.WithActions))];
        return [.. parts.Select(Whole)];
    }

    /// <summary>What goes before the question it belongs to: words and nothing else.</summary>
    private static Activity Before(string text, Activity asked, QuestionData question) => asked with
    {
        Text = text,
        InputHint = Accepting,
        SuggestedActions = null,
        ChannelData = ActivityJson.Element(question with { Kind = "say", Field = null, Choices = [], Wishes = [], Code = null, Recipient = null, Groups = null, By = null }),
    };
}
