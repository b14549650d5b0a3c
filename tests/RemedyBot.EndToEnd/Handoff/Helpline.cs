using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.EndToEnd.Handoff;

/// <summary>
/// A helpline's real systems: Request Tracker 5 with its own OpenPGP key, a mail server that demands STARTTLS, and one that speaks TLS from the
/// first byte and demands a password. Everything stands in one folder with a short name (gpg's sockets need that) and is ended by process id.
/// </summary>
public sealed class Helpline : IAsyncLifetime
{
    private static readonly string Parts = Path.Combine(AppContext.BaseDirectory, "Handoff", "Parts");
    private readonly string _folder = Directory.CreateTempSubdirectory("hl-").FullName;
    private readonly int _rtPort = FreePort();
    private Process? _smtp;

    public Uri Tracker => new($"http://127.0.0.1:{_rtPort.ToString(CultureInfo.InvariantCulture)}/");

    public string Token { get; private set; } = "";

    public int SmtpPort { get; } = FreePort();

    /// <summary>TLS from the first byte, the user `bot` and the password of <see cref="PasswordFile"/>.</summary>
    public int SmtpTlsPort { get; } = FreePort();

    public string PasswordFile => Path.Combine(Mail, "password");

    /// <summary>The helpline's public key, armored, and its fingerprint.</summary>
    public (string Armored, string Fingerprint) Key { get; private set; }

    /// <summary>SHA-256 of the mail server's certificate, hex.</summary>
    public string Certificate { get; private set; } = "";

    private string GpgHome => Path.Combine(_folder, "gpg");

    private string Mail => Path.Combine(_folder, "mail");

    public async Task InitializeAsync()
    {
        await RunAsync("install", null, "-d", "-m", "700", GpgHome);
        Directory.CreateDirectory(Mail);
        await RunAsync("gpg", null, "--homedir", GpgHome, "--batch", "--quiet", "--passphrase", "", "--quick-gen-key", "Intake <intake@helpline.test>", "future-default", "default", "2y");
        var listed = await RunAsync("gpg", null, "--homedir", GpgHome, "--with-colons", "--list-keys");
        Key = (await RunAsync("gpg", null, "--homedir", GpgHome, "--armor", "--export"), listed.Split('\n').First(line => line.StartsWith("fpr:", StringComparison.Ordinal)).Split(':')[9]);
        var secret = Path.Combine(_folder, "secret.asc");
        await File.WriteAllTextAsync(secret, await RunAsync("gpg", null, "--homedir", GpgHome, "--batch", "--armor", "--export-secret-keys"));
        await StartMailAsync();
        await RunAsync("bash", null, Path.Combine(Parts, "rt-up.sh"), Path.Combine(_folder, "rt"), _rtPort.ToString(CultureInfo.InvariantCulture), secret);
        Token = (await File.ReadAllTextAsync(Path.Combine(_folder, "rt", "token"))).Trim();
    }

    public async Task DisposeAsync()
    {
        if (File.Exists(Path.Combine(_folder, "rt", "rt.pid")))
            await RunAsync("kill", null, (await File.ReadAllTextAsync(Path.Combine(_folder, "rt", "rt.pid"))).Trim());
        _smtp?.Kill();
        _smtp?.Dispose();
        foreach (var home in new[] { GpgHome, Path.Combine(_folder, "rt", "gpg") })
            await RunAsync("gpgconf", null, "--homedir", home, "--kill", "gpg-agent");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Asks RT as its administrator, or as staff would.</summary>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(Tracker, "REST/2.0/" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("root:password"u8));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created ? JsonNode.Parse(text) : throw new InvalidOperationException($"RT said {(int)answer.StatusCode}.");
    }

    /// <summary>The numbers of the tickets whose subject holds this.</summary>
    public async Task<IReadOnlyList<string>> TicketsAsync(string reference)
    {
        var query = Uri.EscapeDataString($"Queue='RemedyBot' AND Subject LIKE '{reference}' AND Status != 'rejected'");
        return [.. (await AskAsync(HttpMethod.Get, "tickets?query=" + query))!["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    /// <summary>What RT shows of a ticket's attachments: names and content, text where it is text.</summary>
    public async Task<IReadOnlyList<(string Name, string Type, string Content)>> AttachmentsAsync(string ticket) =>
        [.. (await AskAsync(HttpMethod.Get, $"ticket/{ticket}/attachments?fields=Filename,ContentType,Content&per_page=100"))!["items"]!.AsArray()
            .Select(item => ((string?)item!["Filename"] ?? "", (string?)item["ContentType"] ?? "", (string?)item["Content"] ?? ""))];

    /// <summary>The letters that the mail server kept.</summary>
    public IReadOnlyList<string> Letters => [.. Directory.GetFiles(Mail, "*.eml").Order(StringComparer.Ordinal)];

    public Task<string> DecryptAsync(string armor) => RunAsync("gpg", armor, "--homedir", GpgHome, "--batch", "--quiet", "--decrypt");

    /// <summary>What gpg says of a message while it opens it.</summary>
    public Task<string> PacketsAsync(string armor) => RunAsync("gpg", armor, "--homedir", GpgHome, "--batch", "--quiet", "--status-fd", "1", "--list-packets");

    public Task<string> GatewayAsync(string letter) =>
        RunAsync("rt-mailgate-5", letter, "--queue", "RemedyBot", "--action", "correspond", "--url", Tracker.AbsoluteUri);

    /// <summary>Mail that RT sent out itself: an mbox, empty where it wrote to nobody.</summary>
    public string SentByTracker =>
        string.Concat(Directory.GetFiles(Path.Combine(_folder, "rt", "var"), "*", SearchOption.AllDirectories).Where(file => file.Contains("mbox", StringComparison.OrdinalIgnoreCase)).Select(File.ReadAllText));

    private async Task StartMailAsync()
    {
        var (cert, key) = (Path.Combine(Mail, "cert.pem"), Path.Combine(Mail, "key.pem"));
        await RunAsync("openssl", null, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2", "-keyout", key, "-out", cert);
        await File.WriteAllTextAsync(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        Certificate = (await RunAsync("openssl", null, "x509", "-in", cert, "-noout", "-fingerprint", "-sha256")).Split('=')[1].Trim();
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        foreach (var word in new[] { Path.Combine(Parts, "smtp-up.py"), Mail, SmtpPort.ToString(CultureInfo.InvariantCulture), SmtpTlsPort.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(word);
        _smtp = Process.Start(start)!;
        Assert.Equal("ready", await _smtp.StandardOutput.ReadLineAsync());
    }

    private static async Task<string> RunAsync(string program, string? input, params string[] words)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class HelplineSystems : ICollectionFixture<Helpline>
{
    public const string Name = "A helpline's real systems";
}
