using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The whole page of one answer.</summary>
public static class ChatView
{
    public static Element Page(ChatScreen screen, string nonce)
    {
        var words = screen.Words;
        var foot = ChatFrame.Foot(words);
        var log = new Element("div", Bubbles.Of(screen)) { ["id"] = "log", ["class"] = "log", ["role"] = "log", ["aria-label"] = words["heading"] };
        var main = new Element("main",
            new Element("h1", words["heading"]) { ["class"] = "vh" },
            screen.First ? foot : null,
            Form(screen.Reply.Token, screen.Id, words, log, AnswerArea.Of(screen), WriteArea.Of(screen), AnswerArea.Wishes(screen)));
        return ChatFrame.Document(words, nonce,
            ChatFrame.Stopper(),
            ChatFrame.Top(words, screen.Exit, ChatFrame.LanguageSwitch(screen)),
            main,
            screen.First ? null : foot);
    }

    public static Element Form(string token, string id, PageWords words, params IEnumerable<Node?> content) =>
        new("form", [AnswerArea.Hidden("token", token), AnswerArea.Hidden("form", id), AnswerArea.Hidden("lang", words.Language.Tag), .. content])
        {
            ["id"] = "f",
            ["method"] = "post",
            ["action"] = "/",
            ["autocomplete"] = "off",
            ["accept-charset"] = "utf-8",
        };
}
