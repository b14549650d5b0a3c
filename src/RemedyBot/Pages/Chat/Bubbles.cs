using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>The messages of one turn.</summary>
public static class Bubbles
{
    /// <summary>Words that may fill more than their box shows; it scrolls, so that the reply is in sight, and keys reach it.</summary>
    private const int LongSaid = 120;

    public static IEnumerable<Element> Of(ChatScreen screen)
    {
        if (screen.Reply.Said is { Length: > 0 } said) yield return Person(said, screen.Words);
        foreach (var bubble in screen.Reply.Messages.SelectMany(message => message.Letters is { Count: > 0 } letters ? WithLetters(message, letters, screen) : [Bot(message, screen)])) yield return bubble;
    }

    /// <summary>The same for a page that shows what was said before: a question that stands is not said again.</summary>
    public static IEnumerable<Element> New(ChatScreen screen) => Of(screen with { Reply = screen.Reply with { Messages = [.. screen.Reply.Messages.Where(message => !message.Quiet)] } });

    private static Element Person(string said, PageWords words) =>
        new("div", new Element("p", CodeShape.Fits(said) ? [words["code-hidden"]] : Directed.Of(said)))
        {
            ["class"] = "msg me",
            ["data-from"] = "person",
            ["data-who"] = words["you"],
            ["dir"] = "auto",
            ["tabindex"] = said.Length > LongSaid ? "0" : null,
        };

    private static Element Bot(OutMessage message, ChatScreen screen)
    {
        if (message.Human is { } name) return Human(message, name, screen.Words);
        var language = screen.LanguageOf(message);
        var bubble = new Element("div", new Element("p", message is { Kind: "review" } or { Topic: "summary", Kind: "say" } ? Lines(message) : Marked(message)))
        {
            ["class"] = "msg",
            ["id"] = ReferenceEquals(message, screen.Asked) ? screen.QuestionId : null,
            ["data-from"] = "bot",
            ["data-step"] = message.Step,
            ["data-topic"] = message.Topic,
            ["data-kind"] = message.Kind,
            ["data-who"] = screen.Words["bot"],
            ["data-kept"] = Element.Flag(AnswerArea.IsKept(message)),
            ["lang"] = language.Tag,
            ["dir"] = language.Direction,
        };
        if (message.Paper is { } paper) bubble.Add(Paper.Keys(paper, screen.Words));
        if (message.Code is { } code && !message.Text.Contains(code, StringComparison.Ordinal)) bubble.Add(new Element("p", Code(code)));
        return bubble;
    }

    /// <summary>A human's words, under the name of the place they write from: nobody shall take them for the program's, nor the program's for theirs.</summary>
    private static Element Human(OutMessage message, string name, PageWords words) =>
        ByHuman("div", new("p", words.With("human", ("name", name))) { ["class"] = "from" }, message.Text, message);

    private static Element ByHuman(string tag, Element from, string words, OutMessage message) =>
        new(tag, from, new Element("p", Directed.Of(words)) { ["dir"] = "auto" })
        {
            ["class"] = "msg human",
            ["data-from"] = "bot",
            ["data-author"] = "human",
            ["data-step"] = message.Step,
            ["data-topic"] = message.Topic,
            ["data-kind"] = message.Kind,
        };

    /// <summary>Each letter of a helpline in a bubble of its own, under its head; what the program says around it stays in its own.</summary>
    private static IEnumerable<Element> WithLetters(OutMessage message, IReadOnlyList<LetterSpan> letters, ChatScreen screen)
    {
        var said = 0;
        foreach (var letter in letters)
        {
            if (message.Text[said..letter.At].Trim() is { Length: > 0 } before) yield return Bot(message with { Text = before }, screen);
            var language = screen.LanguageOf(message);
            var head = new Element("h2", message.Text[letter.At..letter.Words].Trim()) { ["class"] = "from", ["lang"] = language.Tag, ["dir"] = language.Direction };
            yield return ByHuman("article", head, message.Text[letter.Words..letter.End], message);
            said = letter.End;
        }

        if (message.Text[said..].Trim() is { Length: > 0 } after) yield return Bot(message with { Text = after }, screen);
    }

    /// <summary>A summary to be looked through: each line of "label: value" a line of its own, for the eye.</summary>
    private static List<Node> Lines(OutMessage message)
    {
        var nodes = new List<Node>();
        var told = AnswerArea.Told(message);
        // Each line ends within its element: a break between two of them would show as an empty line.
        foreach (var line in told.Split('\n'))
        {
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            if (end < 0) nodes.Add(line + "\n");
            else nodes.Add(new Element("span", [new Element("span", line[..(end + 1)]) { ["class"] = "label" }, .. Directed.Of(line[(end + 1)..] + "\n")]) { ["class"] = "line" });
        }

        if (told.Length < message.Text.Length) nodes.Add(new Element("span", message.Text[(told.Length + 1)..] + "\n") { ["class"] = "asks" });
        return nodes;
    }

    /// <summary>The parts of a consent stand below as boxes; the same list above them would be read twice.</summary>
    private static string Shown(OutMessage message) => message.Kind is not "consent" ? message.Text
        : string.Join('\n', message.Text.Split('\n').Where(line => !message.Choices.Any(choice => ChatInput.IsGroup(choice.Value) && line.Contains("– " + choice.Title, StringComparison.Ordinal))));

    /// <summary>The text with its code, numbers and links made elements; everything else stays text.</summary>
    private static List<Node> Marked(OutMessage message)
    {
        var marks = new List<(string Shown, Func<Element> Make)>();
        if (message.Code is { Length: > 0 } code) marks.Add((code, () => Code(code)));
        if (message.Paper is { Length: > 0 } paper) marks.Add((paper, () => Paper.Shown(paper)));
        foreach (var link in message.Links.Where(IsSafe)) marks.Add((link.Title, () => Link(link)));

        var nodes = new List<Node>();
        var rest = Shown(message);
        while (Next(rest, marks) is (var at, var length, { } make))
        {
            if (at > 0) nodes.Add(rest[..at]);
            nodes.Add(make());
            rest = rest[(at + length)..];
        }

        if (rest.Length > 0) nodes.Add(rest);
        return nodes;
    }

    private static (int At, int Length, Func<Element>? Make) Next(string text, List<(string Shown, Func<Element> Make)> marks)
    {
        var found = (At: int.MaxValue, Length: 0, Make: (Func<Element>?)null);
        foreach (var (shown, make) in marks)
        {
            var at = text.IndexOf(shown, StringComparison.Ordinal);
            if (at < 0 || at > found.At || (at == found.At && shown.Length <= found.Length)) continue;
            found = (at, shown.Length, make);
        }

        return found;
    }

    private static bool IsSafe(Option link) =>
        link.Title.Length > 0
        && (link.Value.StartsWith("tel:", StringComparison.Ordinal) || link.Value.StartsWith("https://", StringComparison.Ordinal));

    private static Element Link(Option link)
    {
        // A new tab, since leaving this one ends the conversation on the screen.
        var outward = link.Value.StartsWith("https:", StringComparison.Ordinal);
        return new Element("a", link.Title)
        {
            ["href"] = link.Value,
            ["rel"] = "noreferrer",
            ["target"] = outward ? "_blank" : null,
            ["dir"] = outward ? null : "ltr",
        };
    }

    private static Element Code(string code) =>
        new("strong", code) { ["class"] = "code", ["data-code"] = "", ["dir"] = "ltr", ["translate"] = "no" };
}
