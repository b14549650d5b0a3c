namespace RemedyBot.Pages.Chat;

/// <summary>The chat page: the whole conversation at <c>/</c>, with and without script.</summary>
public static class ChatPage
{
    public static void MapChatPage(this WebApplication app, ChatPageParts parts)
    {
        var page = new ChatEndpoint(parts, app.Logger);
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], page.Visit);
        app.MapPost("/", page.Answer);
        var trouble = new ChatTrouble(parts);
        app.UseStatusCodePages(bare => trouble.Missing(bare.HttpContext));
    }
}
