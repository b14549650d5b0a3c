using System.Net.Sockets;

namespace RemedyBot.Composition;

/// <summary>`/metrics` on an address of its own: a proxy in front of the page never leads to it. A taken port costs the numbers, not the server.</summary>
public sealed class MetricsListener(Metrics metrics, string urls, ILogger log) : IHostedService
{
    private const string Format = "text/plain; version=0.0.4; charset=utf-8";
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (urls.Length == 0)
            return;
        var app = Build();
        try
        {
            await app.StartAsync(cancellationToken);
            _app = app;
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or FormatException or ArgumentException)
        {
            log.LogWarning("The address of metrics:urls cannot be listened on ({Failure}), so there is no /metrics. Choose another, or set it to nothing.", e.GetType().Name);
            await app.DisposeAsync();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is not { } app)
            return;
        await app.StopAsync(cancellationToken);
        await app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.AddServerHeader = false).UseUrls(urls.Split(';'));
        // Signals are the server's to hear.
        builder.Services.AddSingleton<IHostLifetime, Silent>();
        var app = builder.Build();
        app.Run(context =>
        {
            if (context.Request.Path == "/metrics" && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.ContentType = Format;
                return context.Response.WriteAsync(metrics.Published, context.RequestAborted);
            }
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }

    private sealed class Silent : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
