using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace RemedyBot.EndToEnd.Security;

/// <summary>A real nginx in front of a server, with a folder of its own for all that it writes. Ended by its process id.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private const string Stock = "server {\n  listen 443;\n  location / {\n    proxy_pass http://127.0.0.1:8080;\n  }\n}";

    private readonly Process _process;

    private Nginx(Process process, string folder, Uri root)
    {
        _process = process;
        Folder = folder;
        Root = root;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = root };
    }

    public string Folder { get; }

    public Uri Root { get; }

    public HttpClient Client { get; }

    /// <summary>What nginx wrote, but for what it was given.</summary>
    public IReadOnlyList<string> Written => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("nginx.conf" or "pid"))];

    /// <summary>As the README publishes it, but for the certificate.</summary>
    public static Task<Nginx> WithOurRecipe(Uri server) => Start(Recipe().Match(File.ReadAllText(Path.Combine(Repository(), "README.md"))).Groups[1].Value, server);

    /// <summary>As somebody writes it in a minute: no forwarding header, no name of the host, everything logged.</summary>
    public static Task<Nginx> AsItComes(Uri server) => Start(Stock, server);

    private static async Task<Nginx> Start(string recipe, Uri server)
    {
        var folder = Directory.CreateTempSubdirectory("remedybot-nginx-").FullName;
        var port = FreePort();
        var site = recipe.Replace("listen 443 ssl", "listen 443", StringComparison.Ordinal).Replace("listen 443", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8080", server.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        Assert.Contains("proxy_pass", site, StringComparison.Ordinal);
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"  {kind}_temp_path {folder}/{kind};\n"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $"daemon off;\n{user}pid {folder}/pid;\nevents {{}}\nhttp {{\n  access_log {folder}/access.log;\n{temporary}{site}\n}}\n");
        var program = File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";
        var process = Process.Start(new ProcessStartInfo(program, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log")]))!;
        var nginx = new Nginx(process, folder, new($"http://127.0.0.1:{port}/"));
        await nginx.Ready();
        return nginx;
    }

    private async Task Ready()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync("healthz", limit.Token);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(100, limit.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("```nginx\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
