using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MimeKit;

namespace RemedyBot.EndToEnd.Handoff;

/// <summary>The program's own `recipients test`, as an operator runs it: from a settings file and signed cards to the real systems.</summary>
[Collection(HelplineSystems.Name)]
public sealed class When_an_operator_tests_a_recipient(Helpline helpline) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remedybot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Request_tracker_gets_a_marked_case_and_its_withdrawal()
    {
        var (status, said) = await TestAsync("hl.xx.tracker");
        Assert.True(status == 0, said);
        Assert.Contains("as installed, Request Tracker mails", said, StringComparison.Ordinal);
        var reference = Reference(said);
        var ticket = Assert.Single(await helpline.TicketsAsync(reference));
        Assert.Contains($"sent: ok, their reference is #{ticket}\n", said, StringComparison.Ordinal);
        Assert.Contains($"taken back: ok, their reference is #{ticket}\n", said, StringComparison.Ordinal);
        var files = await helpline.AttachmentsAsync(ticket);
        Assert.Contains(files, file => file.Content.Contains("This is a test of the connection.", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Name == reference + ".withdrawal.jws");
    }

    [Theory, InlineData("hl.xx.starttls", null), InlineData("hl.xx.tls", "bot")]
    public async Task A_mail_server_takes_a_letter_that_gpg_opens_and_its_withdrawal(string recipient, string? user)
    {
        var (status, said) = await TestAsync(recipient);
        Assert.True(status == 0, said);
        Assert.Contains("taken back: ok", said, StringComparison.Ordinal);
        var letters = helpline.Letters.Where(letter => File.ReadAllText(letter).Contains("Message-Id: <" + Reference(said), StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(2, letters.Count);
        using var message = await MimeMessage.LoadAsync(letters[0]);
        Assert.Equal(user, message.Headers["X-User"]);
        using var armored = new MemoryStream();
        ((MimePart)((Multipart)message.Body!)[1]).Content!.DecodeTo(armored);
        using var inside = await MimeEntity.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await helpline.DecryptAsync(System.Text.Encoding.ASCII.GetString(armored.ToArray())))));
        Assert.StartsWith("This is a test of the connection.", ((TextPart)((Multipart)inside)[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hl.xx.stranger", "sent: not now: not_authorised")]
    [InlineData("hl.xx.mistaken", "sent: not now: not_secure")]
    public async Task What_a_mail_server_refuses_is_said_in_a_stable_word(string recipient, string word)
    {
        var (status, said) = await TestAsync(recipient);
        Assert.Equal((1, true), (status, said.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(helpline.Letters, letter => File.ReadAllText(letter).Contains(Reference(said), StringComparison.Ordinal));
    }

    private static string Reference(string said) => said.Split("prepared: ")[1][..13];

    private async Task<(int Status, string Said)> TestAsync(string recipient)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = Write("signer.pem", signer.ExportPkcs8PrivateKeyPem());
        var trusted = Write("trusted.pem", signer.ExportSubjectPublicKeyInfoPem());
        var cards = Write("content/dialogs/recipients.yaml", Cards());
        var wrong = Write("wrong", "another password");
        var settings = Write("settings.json", new JsonObject
        {
            ["content"] = Path.Combine(_folder, "content"),
            ["recipients"] = new JsonObject
            {
                ["trustedKeys"] = trusted,
                ["hl.xx.tracker"] = new JsonObject { ["url"] = helpline.Tracker.AbsoluteUri, ["tokenFile"] = Write("token", helpline.Token), ["queue"] = "RemedyBot" },
                ["hl.xx.starttls"] = Server(helpline.SmtpPort, "startTls", null),
                ["hl.xx.tls"] = Server(helpline.SmtpTlsPort, "tls", helpline.PasswordFile),
                ["hl.xx.stranger"] = Server(helpline.SmtpTlsPort, "tls", wrong),
                // A server that begins in clear, spoken to as if it began with TLS.
                ["hl.xx.mistaken"] = Server(helpline.SmtpPort, "tls", helpline.PasswordFile),
            },
        }.ToJsonString());
        var (signed, complained) = await RunAsync("recipients", "sign", cards, "--key", secret);
        Assert.True(signed == 0, complained);
        return await RunAsync("recipients", "test", recipient, "--config", settings);
    }

    private JsonObject Server(int port, string security, string? passwordFile)
    {
        var server = new JsonObject
        {
            ["host"] = "127.0.0.1",
            ["port"] = port,
            ["security"] = security,
            ["from"] = "bot@bot.example",
            ["to"] = "intake@helpline.test",
            ["certificate"] = helpline.Certificate,
        };
        if (passwordFile is not null)
            (server["user"], server["passwordFile"]) = ("bot", passwordFile);
        return server;
    }

    private string Cards()
    {
        var key = string.Join('\n', helpline.Key.Armored.ReplaceLineEndings("\n").Split('\n').Select(line => "      " + line));
        var mail = new[] { "starttls", "tls", "stranger", "mistaken" }
            .Select(id => $"  - id: hl.xx.{id}\n    kind: helpline\n    name: Mail\n    answer_days: 3\n    system: mail\n    fingerprint: {helpline.Key.Fingerprint}\n    key: |\n{key}\n");
        return "format: 1\nrecipients:\n  - id: hl.xx.tracker\n    kind: helpline\n    name: Tracker\n    answer_days: 3\n    system: request-tracker\n" + string.Concat(mail);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Status, string Said)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await program.WaitForExitAsync(limit.Token);
        return (program.ExitCode, (await said).ReplaceLineEndings("\n") + await complained);
    }
}
