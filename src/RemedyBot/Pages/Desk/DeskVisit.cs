using System.Text;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>One request to the desk: who asks, in which language, and how to answer.</summary>
internal sealed class DeskVisit(HttpContext context, DeskParts parts, string nonce, SpokenLanguages languages)
{
    internal HttpContext Context { get; } = context;

    internal DeskParts Parts { get; } = parts;

    internal SpokenLanguages Languages { get; } = languages;

    internal DeskForm Form { get; set; } = new(null);

    /// <summary>The page may run the one script of the desk.</summary>
    internal bool Script { get; init; }

    /// <summary>Set on every page that needs a worker.</summary>
    internal DeskSession? Session { get; set; }

    internal CancellationToken Cancellation => Context.RequestAborted;

    internal PageWords Words => new(Language, "desk", Parts.Texts);

    /// <summary>What was picked on this page, else what the session remembers, else the nearest to what the browser asks for.</summary>
    private PageLanguage Language =>
        Languages.Named(Context.Request.Query["lang"])
        ?? Languages.Named(Session?.Language)
        ?? Languages.Best(SpokenLanguages.Wanted(Context.Request));

    internal DateOnly Today => DateOnly.FromDateTime(Parts.Time.GetUtcNow().UtcDateTime);

    internal string Day(DateOnly day) => Parts.Day(Language.Tag, day);

    internal string LanguageName(string tag) => Parts.LanguageName(Language.Tag, tag);

    internal string Text(string key) => Parts.Texts(Language.Tag, key, null);

    internal Task Show(string title, Node content, int status = StatusCodes.Status200OK)
    {
        var html = HtmlWriter.Document(DeskFrame.Document(this, nonce, title, content));
        return PageAnswer.Send(Context.Response, status, PageAnswer.Html, Encoding.UTF8.GetBytes(html), Cancellation);
    }

    /// <summary>After a post the browser gets another page with GET, so that a reload repeats nothing.</summary>
    internal Task Go(string path)
    {
        // Before sign-in nothing remembers the language that was picked but the address.
        var picked = Session is null ? Languages.Named(Context.Request.Query["lang"]) : null;
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Context.Response.StatusCode = StatusCodes.Status303SeeOther;
        Context.Response.Headers.Location = picked is null ? path : $"{path}{separator}lang={Uri.EscapeDataString(picked.Tag)}";
        return Task.CompletedTask;
    }

    internal Task Refuse(int status)
    {
        var key = status switch
        {
            StatusCodes.Status403Forbidden => "trouble-foreign",
            StatusCodes.Status404NotFound => "trouble-missing",
            StatusCodes.Status413PayloadTooLarge => "trouble-long",
            StatusCodes.Status415UnsupportedMediaType => "trouble-type",
            >= 500 => "trouble-ours",
            _ => "trouble-form",
        };
        return Notice(Words["trouble-title"], Words[key], status);
    }

    internal Task Notice(string title, string text, int status) =>
        Show(title, new Element("div", new Element("h1", title), new Element("p", text), DeskFrame.Link(DeskPages.Home, Words["trouble-back"], "button")) { ["class"] = "card narrow" }, status);
}
