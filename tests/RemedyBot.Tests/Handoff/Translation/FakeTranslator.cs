using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RemedyBot.Tests.Handoff.Translation;

/// <summary>A translation service on loopback: keeps each call whole, and answers what it is told to.</summary>
internal sealed class FakeTranslator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeTranslator(WebApplication app) => _app = app;

    internal Uri Root => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    internal int Status { get; set; } = 200;

    internal string Answer { get; set; } = "";

    /// <summary>Answers only when this is done.</summary>
    internal Task Until { get; set; } = Task.CompletedTask;

    internal List<(string Method, string Path, Dictionary<string, string> Query, Dictionary<string, string> Headers, string Body)> Calls { get; } = [];

    internal static async Task<FakeTranslator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeTranslator(app);
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Calls.Add((
            context.Request.Method,
            context.Request.Path,
            context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        await Until.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(Answer);
    }
}
