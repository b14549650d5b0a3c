using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using RemedyBot.Channels.DirectLine;
using RemedyBot.Composition;
using RemedyBot.Handoff.Desk;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>The real server with a desk that offers talks at all hours, its worker in a browser without script, and people on the page.</summary>
internal sealed partial class ATalk : IAsyncDisposable, IReached
{
    private const string Word = "heron";
    private const string Passphrase = "five plain words are enough";

    private readonly string _folder = Directory.CreateTempSubdirectory("remedybot-talk-").FullName;
    private readonly string _secret = OneTimeCode.NewSecret(new SystemRandomness());
    private CancellationTokenSource _end = new();
    private Task _run = Task.CompletedTask;
    private Settings _settings = new();

    public MovedClock Clock { get; } = new();

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public HttpClient Desk { get; private set; } = new();

    public HttpClient Web { get; private set; } = new();

    public string Folder => _folder;

    HttpClient IReached.Http => Web;

    public static async Task<ATalk> Start(bool here = true, Func<Settings, Settings>? change = null)
    {
        var talk = new ATalk();
        await talk.Enrol();
        var settings = new Settings { Urls = "http://127.0.0.1:0", Data = talk._folder, MetricsUrls = "", LimitsEnabled = false, DirectLineSites = new([new Site("example", [AServer.Secret], [AServer.Origin])]) };
        talk._settings = change?.Invoke(settings) ?? settings;
        await talk.Serve();
        if (here)
            await talk.Post("/desk/talks", ("here", "yes"));
        return talk;
    }

    /// <summary>Ends it and starts it again over the same folder, on another port; the worker signs in anew.</summary>
    public async Task Restart()
    {
        await _end.CancelAsync();
        await _run;
        Desk.Dispose();
        Web.Dispose();
        _end.Dispose();
        _end = new();
        await Serve();
    }

    public async Task SignIn()
    {
        Clock.Advance(TimeSpan.FromSeconds(30));
        await Post("/desk/signin", ("word", Word), ("passphrase", Passphrase), ("code", new Totp(Base32Encoding.ToBytes(_secret)).ComputeTotp(Clock.GetUtcNow().UtcDateTime)));
    }

    /// <summary>The worker posts a form, which has to be taken.</summary>
    public async Task Post(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await Desk.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public Task Act(string reference, string act, string text = "") => Post("/desk/talks/" + reference, ("act", act), ("text", text));

    public async Task<string> See(string path)
    {
        using var answer = await Desk.GetAsync(new Uri(path, UriKind.Relative));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The reference of the one talk in the list, once it is there: a delivery may take a moment.</summary>
    public async Task<string> Waiting()
    {
        var html = await Until("/desk/talks", html => Link().IsMatch(html));
        return Link().Match(html).Groups[1].Value;
    }

    /// <summary>A page of the desk, once it shows what is waited for.</summary>
    public async Task<string> Until(string path, Func<string, bool> shows)
    {
        for (var tried = 0; ; tried++)
        {
            var html = await See(path);
            if (shows(html))
                return html;
            Assert.True(tried < 200, "The desk did not show it.");
            await Task.Delay(50);
        }
    }

    public Task<string> UntilSaid(string reference, string words) => Until("/desk/talks/" + reference, html => html.Contains(words, StringComparison.Ordinal));

    /// <summary>Somebody on the page who has wished for a person and said yes.</summary>
    public async Task<APerson> Asked(string language = "en")
    {
        var person = await APerson.Open(Web, language);
        await person.Choose("no");
        await person.Wish("human");
        Assert.Equal("live/consent", person.Step);
        await person.Choose("yes");
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        Desk.Dispose();
        Web.Dispose();
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Serve()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _run = Server.RunAsync(_settings, OfferedTalks.Content, Clock, app => Announce(app, listening), _end.Token);
        if (await Task.WhenAny(listening.Task, _run) == _run)
            await _run;
        Root = await listening.Task;
        Desk = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Root };
        Web = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Root };
        await SignIn();
    }

    private async Task Enrol()
    {
        await using var vault = await SealedVault.OpenAsync(new() { DataFolder = _folder }, Clock, new SystemRandomness(), default);
        using var enrolment = new DeskEnrolment(new DeskFile(_folder), vault.Workers, Clock);
        Assert.Equal(EnrolmentResult.Enrolled, await enrolment.SetUpAsync(new(Word, Passphrase, _secret, null), default));
    }

    private static void Announce(WebApplication app, TaskCompletionSource<Uri> listening) => app.Lifetime.ApplicationStarted.Register(
        () => listening.SetResult(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First())));

    [GeneratedRegex("/desk/talks/(RB-[0-9A-Z]+)")]
    private static partial Regex Link();
}

/// <summary>Somebody at the page, as its script speaks for them.</summary>
internal sealed class APerson(HttpClient web)
{
    private JsonNode _answer = new JsonObject();
    private string _token = "";
    private string _form = "";
    private string _step = "";
    private int _looks;

    public string Step => _step;

    /// <summary>The messages of the last answer: their text, one after the other.</summary>
    public IReadOnlyList<string> Said { get; private set; } = [];

    /// <summary>Of those the ones that a human wrote.</summary>
    public IReadOnlyList<string> Human { get; private set; } = [];

    public string Texts => string.Join('\n', Said);

    public string? Code { get; private set; }

    public bool Live => _answer.ToJsonString().Contains("\"data-live\"", StringComparison.Ordinal);

    public static async Task<APerson> Open(HttpClient web, string language)
    {
        var person = new APerson(web);
        var html = await web.GetStringAsync(new Uri($"/?lang={language}", UriKind.Relative));
        person._token = Hidden(html, "token");
        person._form = Hidden(html, "form");
        person._step = Hidden(html, "step");
        await person.Send(("text", ""), ("lang", language), ("chosen", "1"), ("choice", person._step == "language/language" ? language : ""));
        return person;
    }

    public Task Say(string words) => Send(("text", words));

    public Task Choose(string value) => Send(("choice", value));

    public Task Wish(string wish) => Send(("wish", wish));

    /// <summary>What the script asks by itself every few seconds.</summary>
    public Task Look() => Send(("look", "1"), ("form", $"look-{_looks++:D8}"));

    public async Task<APerson> LookUntil(Func<APerson, bool> sees)
    {
        for (var tried = 0; ; tried++)
        {
            await Look();
            if (sees(this))
                return this;
            Assert.True(tried < 200, "The page did not show it.");
            await Task.Delay(50);
        }
    }

    public async Task Send(params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string> { ["token"] = _token, ["form"] = _form, ["step"] = _step, ["lang"] = "en" };
        foreach (var (name, value) in fields)
            all[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(all) };
        request.Headers.Add("Accept", "application/json");
        using var answer = await web.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _answer = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        _token = _answer["token"]!.GetValue<string>();
        _form = _answer["form"]!.GetValue<string>();
        var bubbles = _answer["log"]!.AsArray().Where(n => n![1]!["data-from"]?.GetValue<string>() == "bot").ToList();
        Said = [.. bubbles.Select(b => TextOf(b!))];
        Human = [.. bubbles.Where(b => b![1]!["data-author"]?.GetValue<string>() == "human").Select(b => TextOf(b!))];
        Code = All(_answer["log"]!).Where(n => n[1]!["data-code"] is not null).Select(TextOf).FirstOrDefault();
        _step = All(_answer["parts"]!).First(n => n[1]!["name"]?.GetValue<string>() == "step")[1]!["value"]!.GetValue<string>();
    }

    private static string Hidden(string html, string name) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    private static IEnumerable<JsonNode> All(JsonNode node) => node is not JsonArray list ? []
        : list is [JsonValue, JsonObject, ..] ? [node, .. list.Skip(2).SelectMany(n => All(n!))] : list.SelectMany(n => All(n!));

    private static string TextOf(JsonNode node) => node is JsonValue text ? text.GetValue<string>() : string.Concat(node.AsArray().Skip(2).Select(n => TextOf(n!)));
}
