using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Desk;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Tests.Handoff.Pages;

/// <summary>The desk's pages on a free port of loopback, and a browser without script.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Texts = Read("desk").Concat(Read("harms")).Concat(Read("common")).ToDictionary(StringComparer.Ordinal);

    private readonly WebApplication _app;

    private DeskHost(WebApplication app, ADesk desk, SetupWord word)
    {
        _app = app;
        Desk = desk;
        Word = word;
        Root = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Cookies = new CookieContainer();
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = Root };
    }

    internal ADesk Desk { get; }

    internal SetupWord Word { get; }

    internal Uri Root { get; }

    internal CookieContainer Cookies { get; }

    internal HttpClient Client { get; }

    internal static async Task<DeskHost> StartAsync(ADesk desk, Uri? publicUrl = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var word = new SetupWord(ADesk.Random);
        app.MapDesk(new DeskParts
        {
            Desk = desk.Desk,
            SetupWord = word,
            PublicUrl = publicUrl,
            Random = ADesk.Random,
            Time = desk.Time,
            Languages = [new("en", "English", "ltr"), new("ar", "العربية", "rtl")],
            Texts = Text,
            Summary = (_, summary) => [("Made-up name", summary.GetProperty("person").GetProperty("handle").GetString()!)],
            Day = (_, day) => ADesk.Day(day),
            LanguageName = (_, tag) => tag,
        });
        await app.StartAsync();
        return new(app, desk, word);
    }

    internal async Task<DeskHost> SignedInAsync()
    {
        Desk.Time.Advance(TimeSpan.FromSeconds(30));
        using var answer = await PostAsync("/desk/signin", ("word", ADesk.Word), ("passphrase", ADesk.Passphrase), ("code", Desk.Code()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return this;
    }

    internal Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    internal Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    internal static string Text(string language, string key, IReadOnlyDictionary<string, string>? arguments)
    {
        // A key without a text would be an error the worker sees, so it is one here.
        var text = Texts[key];
        foreach (var (name, value) in arguments ?? new Dictionary<string, string>())
        {
            Assert.Contains($"{{{name}}}", text, StringComparison.Ordinal);
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Desk.DisposeAsync();
    }

    private static Dictionary<string, string> Read(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "dialogs", file + ".yaml")));
        yaml.Load(reader);
        var texts = (YamlMappingNode)yaml.Documents[0].RootNode["texts"];
        return texts.Where(entry => entry.Value is YamlScalarNode).ToDictionary(entry => $"{file}/{((YamlScalarNode)entry.Key).Value}", entry => ((YamlScalarNode)entry.Value).Value!, StringComparer.Ordinal);
    }
}
