using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Translation;

/// <summary>Azure's Translator by its REST contract (version 3.0), over the pipeline of Azure's own clients. Nothing of a call is logged or traced.</summary>
public sealed class AzureTranslator : ITranslator
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string RegionHeader = "Ocp-Apim-Subscription-Region";

    private readonly TranslatorSettings _settings;
    private readonly string _key;
    private readonly HttpPipeline _pipeline;

    public AzureTranslator(TranslatorSettings settings, HttpClient client)
    {
        _settings = settings;
        _key = settings.Key ?? throw new ArgumentException("Azure wants a key.", nameof(settings));
        _pipeline = HttpPipelineBuilder.Build(new Options(client));
    }

    public string Engine => "Azure Translator";

    public async Task<string?> TranslateAsync(string words, string from, string to, CancellationToken cancellation)
    {
        // It knows zh-Hans and pt-pt apart from others, and no es-MX: then es.
        var (status, text) = await AskAsync(words, from, to, cancellation).ConfigureAwait(false);
        return status == 400 && (from + to).Contains('-', StringComparison.Ordinal)
            ? (await AskAsync(words, from.Split('-')[0], to.Split('-')[0], cancellation).ConfigureAwait(false)).Text
            : text;
    }

    private async Task<(int Status, string? Text)> AskAsync(string words, string from, string to, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(new Uri(_settings.Url!.AbsoluteUri.TrimEnd('/') + "/translate"));
        request.Uri.AppendQuery("api-version", _settings.ApiVersion);
        request.Uri.AppendQuery("from", from);
        request.Uri.AppendQuery("to", to);
        request.Uri.AppendQuery("textType", "plain");
        request.Headers.Add(KeyHeader, _key);
        if (_settings.Region is { } region)
            request.Headers.Add(RegionHeader, region);
        request.Headers.Add("Content-Type", "application/json; charset=UTF-8");
        request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new JsonArray(new JsonObject { ["Text"] = words }), HandoffJson.Options));
        await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        return (message.Response.Status, message.Response.Status == 200 ? Read(message.Response.Content, to) : null);
    }

    private static string? Read(BinaryData content, string to)
    {
        try
        {
            return JsonNode.Parse(content) is JsonArray and [JsonObject first] && first["translations"] is JsonArray and [JsonObject translation, ..] && string.Equals((string?)translation["to"], to, StringComparison.OrdinalIgnoreCase)
                ? (string?)translation["text"]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed class Options : ClientOptions
    {
        internal Options(HttpClient client)
        {
            Transport = new HttpClientTransport(client);
            // Who waits is a person: no second try within ten seconds is worth it.
            Retry.MaxRetries = 0;
            Diagnostics.IsLoggingEnabled = false;
            Diagnostics.IsLoggingContentEnabled = false;
            Diagnostics.IsDistributedTracingEnabled = false;
            Diagnostics.IsTelemetryEnabled = false;
        }
    }
}
