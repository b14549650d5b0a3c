using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RemedyBot.Composition;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Composition;

/// <summary>T7: nothing travels in clear but on this machine.</summary>
public sealed class ListeningTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remedybot-tests-");

    public void Dispose() => _folder.Delete(true);

    [Theory]
    [InlineData("http://127.0.0.1:8080", null)]
    [InlineData("http://localhost:0;http://[::1]:0", null)]
    [InlineData("http://0.0.0.0:80", "https://help.example.org")]
    [InlineData("http://0.0.0.0:80", "http://abcdefghijklmnop.onion")]
    public void In_clear_it_serves_this_machine_or_what_is_sealed_in_front(string urls, string? open) => Assert.Empty(Problems(("urls", urls), ("publicUrl", open)));

    [Theory]
    [InlineData("http://0.0.0.0:80", null)]
    [InlineData("http://*:80", null)]
    [InlineData("http://help.example.org:80", null)]
    [InlineData("http://127.0.0.1:8080;http://192.0.2.1:8080", null)]
    [InlineData("8080", null)]
    [InlineData("https://127.0.0.1:8443", null)]
    public void Anything_else_is_refused_with_what_to_do(string urls, string? open) =>
        Assert.StartsWith("urls ", Assert.Single(Problems(("urls", urls), ("publicUrl", open))), StringComparison.Ordinal);

    [Fact]
    public void An_address_for_people_in_clear_is_refused() =>
        Assert.StartsWith("publicUrl ", Assert.Single(Problems(("publicUrl", "http://help.example.org"))), StringComparison.Ordinal);

    [Fact]
    public void A_secret_of_a_site_that_can_be_guessed_is_refused()
    {
        Assert.StartsWith("directLine:sites:ngo:secret ", Assert.Single(Problems(("directLine:sites:ngo:secret", "hunter2"))), StringComparison.Ordinal);
        Assert.StartsWith("directLine:sites:ngo:oldSecret ", Assert.Single(Problems(("directLine:sites:ngo:secret", "0123456789abcdef"), ("directLine:sites:ngo:oldSecret", "x"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        var (certificate, _) = Certificate("one");
        var (_, key) = Certificate("other");
        Assert.StartsWith("tls:certificate ", Assert.Single(Problems(("urls", "https://127.0.0.1:0"), ("tls:certificate", certificate), ("tls:key", key))), StringComparison.Ordinal);
        Assert.Contains("tls:key", Assert.Single(Problems(("urls", "https://127.0.0.1:0"), ("tls:certificate", certificate))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_tls_itself()
    {
        var (certificate, key) = Certificate("server");
        using var end = new CancellationTokenSource();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = new Settings { Urls = "https://127.0.0.1:0", MetricsUrls = "", Data = Path.Combine(_folder.FullName, "data"), TlsCertificate = certificate, TlsKey = key };
        var run = Server.RunAsync(settings, AChat.Content, TimeProvider.System, app => Announce(app, listening), end.Token);
        await Task.WhenAny(run, listening.Task);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=server" };
        using var client = new HttpClient(handler) { BaseAddress = await listening.Task };
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "https"), (answer.StatusCode, client.BaseAddress!.Scheme));
        await end.CancelAsync();
        Assert.Equal(0, await run);
    }

    private static void Announce(WebApplication app, TaskCompletionSource<Uri> listening) => app.Lifetime.ApplicationStarted.Register(
        () => listening.SetResult(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First())));

    private (string Certificate, string Key) Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var (one, other) = (Path.Combine(_folder.FullName, name + ".pem"), Path.Combine(_folder.FullName, name + ".key"));
        File.WriteAllText(one, certificate.ExportCertificatePem());
        File.WriteAllText(other, key.ExportPkcs8PrivateKeyPem());
        return (one, other);
    }

    private static List<string> Problems(params (string Key, string? Value)[] settings)
    {
        var problems = new List<string>();
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build(), problems);
        return problems;
    }
}
