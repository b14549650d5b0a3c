using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>Pages for what could not be taken. They hold nothing of the request but the person's own form, to be sent again.</summary>
public static class TroubleView
{
    /// <summary>The key of the sentence that a refusal is told with.</summary>
    public static string Key(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "error-foreign",
        StatusCodes.Status404NotFound => "error-missing",
        StatusCodes.Status413PayloadTooLarge => "error-long",
        StatusCodes.Status415UnsupportedMediaType => "error-type",
        StatusCodes.Status503ServiceUnavailable => "error-busy",
        StatusCodes.Status500InternalServerError => "error-ours",
        _ => "error-form",
    };

    public static Element Refused(PageWords words, Uri exit, int status, string nonce) =>
        Page(words, exit, nonce, Sentence(words, status), new Element("a", words["start"]) { ["href"] = "/", ["class"] = "pick" });

    /// <summary>The same form again, as it was filled in, with the same id: sending it twice still counts once.</summary>
    public static Element Again(PageWords words, Uri exit, int status, string nonce, ChatForm form)
    {
        var held = new Element("div", AnswerArea.Hidden("step", form.Step), AnswerArea.Hidden("turn", form.Question is { } turn ? AnswerArea.Number(turn) : ""), AnswerArea.Hidden("boxes", form.Boxes), AnswerArea.Hidden("wish", form.Wish), AnswerArea.Hidden("chosen", form.Chosen ? "1" : ""));
        foreach (var choice in form.Choices) held.Add(AnswerArea.Hidden("choice", choice));
        var write = WriteArea.Of(words, words["box"], "", form.Text, words["again"]);
        return Page(words, exit, nonce, Sentence(words, status), ChatView.Form(form.Token, form.Id, words, held, write));
    }

    private static Element Sentence(PageWords words, int status) => new("p", words[Key(status)]) { ["class"] = "msg", ["role"] = "alert" };

    private static Element Page(PageWords words, Uri exit, string nonce, params IEnumerable<Node> content) =>
        ChatFrame.Document(words, nonce,
            ChatFrame.Top(words, exit, null),
            new Element("main", [new Element("h1", words["heading"]) { ["class"] = "vh" }, .. content]) { ["class"] = "trouble" });
}
