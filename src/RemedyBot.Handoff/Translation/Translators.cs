using Azure;
using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Translation;

/// <summary>Makes the translator that the settings ask for, and holds it to its time.</summary>
public sealed class Translators : IDisposable
{
    private readonly HttpClient _client = WebCalls.NewClient();

    /// <exception cref="ArgumentException">The settings are not right: <see cref="TranslatorSettings.Problems"/> says what to change.</exception>
    public ITranslator For(TranslatorSettings settings, TimeProvider time, ILogger<Translators> log)
    {
        if (settings.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(settings));
        return new Patient(settings.Kind == TranslatorSettings.Azure ? new AzureTranslator(settings, _client) : new LibreTranslator(settings, _client), time, log);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Waits ten seconds and no longer: a person waits too. Whatever goes wrong is no translation.</summary>
    internal sealed class Patient(ITranslator inner, TimeProvider time, ILogger log) : ITranslator
    {
        internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

        public string Engine => inner.Engine;

        public async Task<string?> TranslateAsync(string words, string from, string to, CancellationToken cancellation)
        {
            using var limit = new CancellationTokenSource(Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            try
            {
                return await inner.TranslateAsync(words, from, to, either.Token).WaitAsync(Limit, time, cancellation).ConfigureAwait(false) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // The type only: an exception's text may quote the words.
                log.LogWarning("A translation failed with a {Failure}", e is RequestFailedException ? nameof(RequestFailedException) : e.GetType().Name);
                return null;
            }
        }
    }
}
