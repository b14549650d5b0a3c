using System.Net;
using System.Text.RegularExpressions;
using OtpNet;
using RemedyBot.Handoff.Desk;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.EndToEnd.Security;

/// <summary>A browser at the desk, which keeps the desk's cookie.</summary>
internal sealed partial class DeskWorker : IDisposable
{
    public const string Word = "kingfisher";
    public const string Passphrase = "seven herons wade at dusk";

    private static readonly string Secret = OneTimeCode.NewSecret(new SystemRandomness());

    private readonly TimeProvider _time;

    public DeskWorker(Uri root, TimeProvider time)
    {
        _time = time;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = root };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    public string Html { get; private set; } = "";

    /// <summary>What the worker's app shows now.</summary>
    public string Digits => new Totp(Base32Encoding.ToBytes(Secret)).ComputeTotp(_time.GetUtcNow().UtcDateTime);

    /// <summary>Sets a desk up in a folder that no server holds yet.</summary>
    public static async Task Enrol(string folder, TimeProvider time)
    {
        await using var vault = await SealedVault.OpenAsync(new() { DataFolder = folder }, time, new SystemRandomness(), default);
        using var enrolment = new DeskEnrolment(new DeskFile(folder), vault.Workers, time);
        Assert.Equal(EnrolmentResult.Enrolled, await enrolment.SetUpAsync(new(Word, Passphrase, Secret, null), default));
    }

    public async Task SignIn()
    {
        using var answer = await Post("/desk/signin", ("word", Word), ("passphrase", Passphrase), ("code", Digits));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<HttpStatusCode> Open(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Html = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode;
    }

    /// <summary>The references of the cases in the list, once there are <paramref name="count"/>: a delivery may take a moment.</summary>
    public async Task<IReadOnlyList<string>> Cases(int count)
    {
        for (var tried = 0; ; tried++)
        {
            Assert.Equal(HttpStatusCode.OK, await Open("/desk?state=all"));
            string[] found = [.. CaseLink().Matches(Html).Select(match => match.Groups[1].Value).Distinct()];
            if (found.Length == count || tried == 100)
                return found;
            await Task.Delay(100);
        }
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("/desk/cases/(RB-[0-9A-Z]+)")]
    private static partial Regex CaseLink();
}
