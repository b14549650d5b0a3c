using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RemedyBot.Pages.Chat;

namespace RemedyBot.Tests.Pages.Scripted;

/// <summary>The chat page on a free port, over a scripted conversation.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PageHost(WebApplication app, ScriptedConversation conversation)
    {
        this.app = app;
        Conversation = conversation;
        Root = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Root };
    }

    public Uri Root { get; }

    public HttpClient Client { get; }

    public ScriptedConversation Conversation { get; }

    public static Task<PageHost> Start(IReadOnlyList<ScriptedTurn>? script = null, Func<ChatPageParts, ChatPageParts>? change = null)
    {
        var conversation = new ScriptedConversation(script ?? IntakeScript.Turns);
        var parts = new ChatPageParts(conversation.Take, PageTextsFile.Text, [new("en", "English", "ltr"), new("ar", "العربية", "rtl"), new("es", "Español", "ltr")]);
        return Start(change?.Invoke(parts) ?? parts, conversation);
    }

    public static async Task<PageHost> Start(ChatPageParts parts, ScriptedConversation conversation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapChatPage(parts);
        await app.StartAsync();
        return new(app, conversation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
