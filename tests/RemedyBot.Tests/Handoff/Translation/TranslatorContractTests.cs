using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Translation;

namespace RemedyBot.Tests.Handoff.Translation;

/// <summary>Azure Translator v3 and LibreTranslate as their public documentation describes them, field by field, on loopback.</summary>
public sealed class TranslatorContractTests : IDisposable
{
    private const string Words = "Él dijo: \"¿نعم?\" <b>&";
    private const string Key = "a-key-of-the-test";
    private static readonly string[] Expected = ["Host", "Content-Type", "Content-Length", "Ocp-Apim-Subscription-Key", "Ocp-Apim-Subscription-Region"];

    // Made anew for each call, and named in no answer of ours.
    private static readonly string[] OfThePipeline = ["x-ms-client-request-id", "x-ms-return-client-request-id"];

    private readonly FakeTimeProvider _time = new();
    private readonly Translators _translators = new();

    public void Dispose() => _translators.Dispose();

    [Fact]
    public async Task Azure_is_asked_as_its_reference_says_and_told_nothing_else()
    {
        await using var fake = await FakeTranslator.StartAsync();
        fake.Answer = """[{"translations":[{"text":"He said","to":"en"}]}]""";
        var settings = new TranslatorSettings(TranslatorSettings.Azure, fake.Root, Key) { Region = "westeurope" };
        Assert.Equal("He said", await For(settings).TranslateAsync(Words, "es", "en", default));

        var call = Assert.Single(fake.Calls);
        Assert.Equal(("POST", "/translate"), (call.Method, call.Path));
        Assert.Equal(new Dictionary<string, string> { ["api-version"] = "3.0", ["from"] = "es", ["to"] = "en", ["textType"] = "plain" }, call.Query);
        Assert.Equal(Key, call.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal("westeurope", call.Headers["Ocp-Apim-Subscription-Region"]);
        Assert.StartsWith("application/json", call.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Empty(call.Headers.Keys.Except(Expected, StringComparer.OrdinalIgnoreCase).Except(OfThePipeline, StringComparer.OrdinalIgnoreCase));
        var text = Assert.Single(JsonNode.Parse(call.Body)!.AsArray())!.AsObject();
        Assert.Equal(("Text", Words), (Assert.Single(text).Key, (string?)text["Text"]));
    }

    [Fact]
    public async Task Azures_version_is_a_setting_and_a_resource_may_have_a_path()
    {
        await using var fake = await FakeTranslator.StartAsync();
        fake.Answer = """[{"translations":[{"text":"He","to":"en"}]}]""";
        var settings = new TranslatorSettings(TranslatorSettings.Azure, new Uri(fake.Root, "translator/text/v3.0/"), Key) { ApiVersion = "3.1-preview" };
        Assert.Equal("He", await For(settings).TranslateAsync(Words, "es", "en", default));
        Assert.Equal(("/translator/text/v3.0/translate", "3.1-preview"), (fake.Calls[0].Path, fake.Calls[0].Query["api-version"]));
        Assert.False(fake.Calls[0].Headers.ContainsKey("Ocp-Apim-Subscription-Region"));
    }

    [Theory, InlineData(Key), InlineData(null)]
    public async Task Libre_translate_is_asked_as_its_reference_says(string? key)
    {
        await using var fake = await FakeTranslator.StartAsync();
        fake.Answer = """{"translatedText":"He said"}""";
        Assert.Equal("He said", await For(new(TranslatorSettings.Libre, fake.Root, key)).TranslateAsync(Words, "es", "en", default));
        var call = Assert.Single(fake.Calls);
        Assert.Equal(("POST", "/translate", 0), (call.Method, call.Path, call.Query.Count));
        Assert.StartsWith("application/json", call.Headers["Content-Type"], StringComparison.Ordinal);
        var body = JsonNode.Parse(call.Body)!.AsObject();
        Assert.Equal((Words, "es", "en", "text", key), ((string?)body["q"], (string?)body["source"], (string?)body["target"], (string?)body["format"], (string?)body["api_key"]));
        Assert.Equal(key is null ? 4 : 5, body.Count);
    }

    [Theory]
    [InlineData(TranslatorSettings.Azure, "zh-Hans", "zh-Hans")]
    [InlineData(TranslatorSettings.Azure, "sr-Latn", "sr-Latn")]
    [InlineData(TranslatorSettings.Azure, "pt-PT", "pt-PT")]
    [InlineData(TranslatorSettings.Libre, "zh-Hans", "zh")]
    [InlineData(TranslatorSettings.Libre, "zh-CN", "zh")]
    [InlineData(TranslatorSettings.Libre, "zh-Hant", "zt")]
    [InlineData(TranslatorSettings.Libre, "zh-TW", "zt")]
    [InlineData(TranslatorSettings.Libre, "pt-PT", "pt")]
    [InlineData(TranslatorSettings.Libre, "sr-Latn", "sr")]
    public async Task A_language_is_named_as_each_machine_names_it(string kind, string tag, string asked)
    {
        await using var fake = await FakeTranslator.StartAsync();
        // Azure says it back in letters of its own.
        fake.Answer = kind == TranslatorSettings.Azure ? $$"""[{"translations":[{"text":"x","to":"{{tag.ToLowerInvariant()}}"}]}]""" : """{"translatedText":"x"}""";
        Assert.Equal("x", await For(new(kind, fake.Root, Key)).TranslateAsync(Words, "en", tag, default));
        var call = Assert.Single(fake.Calls);
        Assert.Equal(asked, kind == TranslatorSettings.Azure ? call.Query["to"] : (string?)JsonNode.Parse(call.Body)!["target"]);
    }

    [Fact]
    public async Task Azure_is_asked_for_the_language_alone_where_it_knows_no_such_region()
    {
        await using var fake = await FakeTranslator.StartAsync();
        (fake.Status, fake.Answer) = (400, """{"error":{"code":400036,"message":"The target language is not valid."}}""");
        Assert.Null(await For(new(TranslatorSettings.Azure, fake.Root, Key)).TranslateAsync(Words, "en", "es-MX", default));
        Assert.Equal(["es-MX", "es"], fake.Calls.Select(call => call.Query["to"]));
    }

    [Theory]
    [InlineData(TranslatorSettings.Azure, 401, """{"error":{"code":401000,"message":"The request is not authorized"}}""")]
    [InlineData(TranslatorSettings.Azure, 429, "")]
    [InlineData(TranslatorSettings.Azure, 500, "")]
    [InlineData(TranslatorSettings.Azure, 200, "<html>")]
    [InlineData(TranslatorSettings.Azure, 200, "[]")]
    [InlineData(TranslatorSettings.Azure, 200, """[{"translations":[{"text":"x","to":"fr"}]}]""")]
    [InlineData(TranslatorSettings.Azure, 200, """[{"translations":[{"text":" ","to":"en"}]}]""")]
    [InlineData(TranslatorSettings.Libre, 400, """{"error":"es is not supported"}""")]
    [InlineData(TranslatorSettings.Libre, 200, "[]")]
    [InlineData(TranslatorSettings.Libre, 200, "no json")]
    public async Task Whatever_is_no_translation_is_none_and_is_not_tried_again(string kind, int status, string answer)
    {
        await using var fake = await FakeTranslator.StartAsync();
        (fake.Status, fake.Answer) = (status, answer);
        Assert.Null(await For(new(kind, fake.Root, Key)).TranslateAsync(Words, "es", "en", default));
        Assert.Single(fake.Calls);
    }

    [Theory, InlineData(TranslatorSettings.Azure), InlineData(TranslatorSettings.Libre)]
    public async Task After_ten_seconds_nobody_waits_any_more(string kind)
    {
        await using var fake = await FakeTranslator.StartAsync();
        fake.Until = Task.Delay(Timeout.Infinite, CancellationToken.None);
        var asking = For(new(kind, fake.Root, Key)).TranslateAsync(Words, "es", "en", default);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(asking.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null(await asking.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Settings_say_what_is_wrong_with_them()
    {
        Assert.Empty(new TranslatorSettings(TranslatorSettings.Libre, new("http://127.0.0.1:5000"), null).Problems());
        Assert.Contains("url", Assert.Single(new TranslatorSettings(TranslatorSettings.Azure, new("http://elsewhere.example"), Key).Problems()), StringComparison.Ordinal);
        Assert.Contains("key", Assert.Single(new TranslatorSettings(TranslatorSettings.Azure, new("https://elsewhere.example"), null).Problems()), StringComparison.Ordinal);
        Assert.Contains("kind", Assert.Single(new TranslatorSettings("bing", new("https://elsewhere.example"), Key).Problems()), StringComparison.Ordinal);
    }

    private ITranslator For(TranslatorSettings settings) => _translators.For(settings, _time, NullLogger<Translators>.Instance);
}
