using System.Globalization;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;

namespace RemedyBot.Pages.Chat;

/// <summary>What can be tapped now: the answers, the wishes below the text box, and a copy of what is worth one.</summary>
public static class AnswerArea
{
    private const int MaxInRow = 3;
    private const int MaxShortTitle = 14;

    public static Element Of(ChatScreen screen)
    {
        var boxes = screen.Asked is { } asked ? BoxesOf(asked) : "";
        return new Element("div", Hidden("step", screen.Asked?.Step ?? ""), Hidden("turn", screen.Asked is null ? "" : Number(screen.Reply.Question)), Hidden("boxes", boxes), Hidden("chosen", screen.Chosen ? "1" : ""), Copy(screen), Progress(screen), Look(screen), Choices(screen, boxes), Anew(screen))
        {
            ["id"] = "ask",
            ["class"] = "ask",
            ["role"] = "group",
            ["aria-label"] = screen.Words["answers"],
            ["tabindex"] = "-1",
            ["data-live"] = screen.Reply.Talks ? "" : null,
            ["data-opens"] = Element.Flag(screen.TakesCode),
        };
    }

    public static Element Hidden(string name, string value) => new("input") { ["type"] = "hidden", ["name"] = name, ["value"] = value };

    private static string BoxesOf(OutMessage asked) => asked.Kind switch
    {
        "choices" or "items" when asked.Choices.Count > 0 => asked.Kind,
        "consent" when asked.Choices.Any(choice => ChatInput.IsGroup(choice.Value)) => asked.Beyond ? ChatInput.Beyond : ChatInput.Consent,
        _ => "",
    };

    /// <summary>While a talk is open the page's script looks for new words by itself; without it the person does.</summary>
    private static Element? Look(ChatScreen screen) => !screen.Reply.Talks ? null
        : new("button", screen.Words["look"]) { ["class"] = "pick", ["name"] = "look", ["value"] = "1", ["data-look"] = "" };

    /// <summary>An end is no dead end.</summary>
    private static Element? Anew(ChatScreen screen) => !screen.Over ? null
        : new("a", screen.Words["start"]) { ["class"] = "pick", ["href"] = ChatFrame.Start(screen.Words.Language) };

    private static Element? Progress(ChatScreen screen) =>
        screen.Reply.Talks || screen.Asked?.Progress is not { } progress ? null
        : new("p", screen.Words.With("progress", ("at", Number(progress.At)), ("of", Number(progress.Of)))) { ["class"] = "progress" };

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Element? Choices(ChatScreen screen, string boxes)
    {
        if (screen.Asked is not { Choices.Count: > 0 } asked) return null;
        var area = new Element("div") { ["class"] = IsShort(asked, boxes) ? "choices few" : "choices", ["role"] = "group", ["aria-labelledby"] = asked.Quiet ? null : screen.QuestionId, ["aria-label"] = asked.Quiet ? screen.Words["answers"] : null };
        var buttons = asked.Choices.Where(choice => boxes.Length == 0 || IsButton(choice, boxes)).ToList();
        foreach (var choice in asked.Choices.Except(buttons)) area.Add(Box(choice, screen, all: boxes is ChatInput.Consent && !screen.Again));
        if (boxes is "choices" or "items" && buttons.TrueForAll(choice => choice.Value != "done")) buttons.Add(new("done", screen.Words["done"]));
        foreach (var choice in buttons) area.Add(boxes is ChatInput.Beyond && choice.Value is "yes" ? YesToMore(choice, screen) : Button("choice", choice, boxes is "choices" or "items" ? choice.Value is "done" ? "pick done" : "pick done aside" : "pick", asked.Topic is "language" ? screen.Languages.Named(choice.Value) : null));
        return area;
    }

    private static bool IsShort(OutMessage asked, string boxes) =>
        boxes.Length == 0 && asked.Choices.Count <= MaxInRow && asked.Choices.All(choice => choice.Title.Length <= MaxShortTitle);

    /// <summary>Onward values are pressed, not ticked.</summary>
    private static bool IsButton(Option choice, string boxes) =>
        boxes is ChatInput.Consent or ChatInput.Beyond ? !ChatInput.IsGroup(choice.Value) : choice.Value is "done" or "continue" or "more" or "finish";

    /// <param name="all">The parts that a recipient usually gets stand ticked until the person says otherwise: "yes" answers the question as it was put. What goes beyond never does.</param>
    private static Element Box(Option choice, ChatScreen screen, bool all)
    {
        var ticked = all || choice.Picked || screen.Ticked.Contains(choice.Value, StringComparer.Ordinal);
        var box = new Element("input") { ["type"] = "checkbox", ["name"] = "choice", ["value"] = choice.Value, ["checked"] = Element.Flag(ticked) };
        return new("label", box, new Element("span", choice.Title) { ["dir"] = "auto" }) { ["class"] = "pick box" };
    }

    /// <param name="language">The language that the title is written in, where it is not the page's: a language is called by its own name.</param>
    private static Element Button(string name, Option option, string style, PageLanguage? language = null) =>
        new("button", option.Title) { ["class"] = style, ["name"] = name, ["value"] = option.Value, ["lang"] = language?.Tag, ["dir"] = language?.Direction ?? "auto" };

    /// <summary>Says what it means: all while nothing is ticked, else what is ticked. The style shows the one that holds; where it cannot, both stand there.</summary>
    private static Element YesToMore(Option yes, ChatScreen screen) =>
        new("button", new Element("span", yes.Title) { ["class"] = "all" }, new Element("span", screen.Words["yes-ticked"]) { ["class"] = "some" })
        {
            ["class"] = "pick more-yes",
            ["name"] = "choice",
            ["value"] = yes.Value,
            ["dir"] = "auto",
        };

    public static Element Wishes(ChatScreen screen)
    {
        var area = new Element("div") { ["id"] = "more", ["class"] = "more" };
        if (screen.Asked is not { Wishes.Count: > 0 } asked) return area;
        var row = new Element("div") { ["class"] = "wishes", ["role"] = "group", ["aria-labelledby"] = "other" };
        foreach (var wish in asked.Wishes.Where(wish => screen.First || wish.Value != "language")) row.Add(Button("wish", wish, "wish"));
        area.Add(new Element("p", screen.Words["wishes"]) { ["id"] = "other" });
        area.Add(row);
        return area;
    }

    /// <summary>A review without its last line, which asks: a copy is not asked anything.</summary>
    internal static string Told(OutMessage message) =>
        message.Kind is "review" && message.Text.LastIndexOf('\n') is > 0 and var end ? message.Text[..end] : message.Text;

    /// <summary>What is worth a copy: one's own summary, next steps, and places that may help.</summary>
    internal static bool IsKept(OutMessage message) => message.Kind is "review" || message is { Topic: "summary" or "next" or "routes", Kind: "say" };

    private static Element? Copy(ChatScreen screen)
    {
        var summary = string.Join("\n\n", screen.Reply.Messages.Where(IsKept).Select(Told));
        if (summary.Length == 0) return null;

        var words = screen.Words;
        return new("details",
            new Element("summary", words["copy-title"]),
            new Element("p", words["copy-warning"]),
            Hidden("copy", summary),
            new Element("button", words["copy-text"]) { ["class"] = "wish", ["type"] = "button", ["data-copy"] = "", ["hidden"] = "" },
            new Element("button", words["copy-print"]) { ["class"] = "wish", ["type"] = "button", ["data-print"] = "", ["hidden"] = "" },
            new Element("button", words["copy-file"]) { ["class"] = "wish", ["name"] = "save", ["value"] = "file" })
        {
            ["class"] = "keep",
        };
    }
}
