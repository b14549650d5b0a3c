using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>signal-cli's web interface: calls are posted, and what comes by itself is a stream of events.</summary>
internal sealed class WebLink(HttpClient http, Uri root, string? account, TimeProvider time) : ISignalLink
{
    private const int LargestAnswer = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>It gives a sign of life every 15 seconds.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    private long _calls;
    private string? _last;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = account is null ? "" : "?account=" + Uri.EscapeDataString(account);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, "api/v1/events" + query));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        // What came while we were away is told again, as far as signal-cli kept it.
        if (_last is { } seen)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", seen);
        using var answer = await OpenAsync(request, cancellation).ConfigureAwait(false);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var data = new List<byte>();
        string? id = null;
        yield return default;
        await foreach (var line in Lines.ReadAsync(stream, Silence, time, cancellation).ConfigureAwait(false))
        {
            if (After(line, "id:"u8) is { } name)
                id = Encoding.UTF8.GetString(name.Span);
            else if (After(line, "data:"u8) is { } part)
                data.AddRange(part.Span);
            else if (line.IsEmpty && data.Count > 0)
            {
                byte[] whole = [.. data];
                data.Clear();
                yield return whole;
                _last = id;
            }
        }
    }

    public async Task<(ReadOnlyMemory<byte>? Answer, bool Uncertain)> CallAsync(Func<string, byte[]> call, CancellationToken cancellation)
    {
        var content = new ByteArrayContent(call(Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture)));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Root, "api/v1/rpc")) { Content = content };
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                return (null, (int)answer.StatusCode >= 500);
            return (await Outward.BodyAsync(answer, LargestAnswer, both.Token).ConfigureAwait(false), true);
        }
        catch (HttpRequestException broken)
        {
            return (null, !Outward.NeverLeft(broken));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, true);
        }
    }

    private Uri Root => root.AbsoluteUri.EndsWith('/') ? root : new(root.AbsoluteUri + "/");

    private async Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? answer : throw new IOException("signal-cli does not tell what comes.");
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is HttpRequestException or OperationCanceledException)
        {
            throw new IOException("signal-cli is not there.");
        }
    }

    private static ReadOnlyMemory<byte>? After(ReadOnlyMemory<byte> line, ReadOnlySpan<byte> field)
    {
        if (!line.Span.StartsWith(field))
            return null;
        var value = line[field.Length..];
        return value.Span is [(byte)' ', ..] ? value[1..] : value;
    }
}
