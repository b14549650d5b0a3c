using System.Net;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>A recipient's HTTP system in memory: every byte that reached it is kept, and it can be made to misbehave.</summary>
internal abstract class FakeWeb : HttpMessageHandler
{
    private readonly Lock _lock = new();

    internal Queue<Trouble> Troubles { get; } = new();

    /// <summary>All that reached it: addresses, headers and bodies.</summary>
    internal List<string> Bytes { get; } = [];

    internal int Calls { get; private set; }

    /// <summary>Once it has taken a case, it lets this access do and see nothing more.</summary>
    internal bool OnlyTakes { get; set; }

    /// <summary>It cannot show a ticket now.</summary>
    internal bool ShowsNothing { get; set; }

    private readonly Queue<Action> _late = new();
    private Action? _again;

    internal HttpClient Client() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 4 * 1024 * 1024 };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        lock (_lock)
        {
            Calls++;
            Bytes.Add($"{request.Method} {request.RequestUri!.PathAndQuery}\n{request.Headers}{request.Content?.Headers}\n{System.Text.Encoding.UTF8.GetString(body)}");
            if (OnlyTakes && _again is not null)
                return Error(HttpStatusCode.Forbidden);
            if (ShowsNothing && request.Method == HttpMethod.Get && char.IsAsciiDigit(request.RequestUri.AbsolutePath[^1]))
                return Error(HttpStatusCode.InternalServerError);
            if (Changes(request))
                _again = () => Handle(request, body).Dispose();
            return Changes(request) && Troubles.TryDequeue(out var trouble) && trouble != Trouble.None ? Misbehave(trouble, request, body) : Handle(request, body);
        }
    }

    /// <summary>Somebody has looked: what was late arrives now.</summary>
    protected T Seen<T>(T answer)
    {
        while (_late.TryDequeue(out var arrive))
            arrive();
        return answer;
    }

    /// <summary>What changed something last does so again: an attempt that its sender gave up long ago.</summary>
    internal void Again() => _again!();

    protected abstract HttpResponseMessage Handle(HttpRequestMessage request, byte[] body);

    /// <summary>Whether this call is one that takes a case.</summary>
    protected abstract bool Changes(HttpRequestMessage request);

    protected static HttpResponseMessage Json(HttpStatusCode status, JsonNode body) => new(status) { Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };

    protected static HttpResponseMessage Error(HttpStatusCode status) => Json(status, new JsonObject { ["message"] = "no" });

    private HttpResponseMessage Misbehave(Trouble trouble, HttpRequestMessage request, byte[] body)
    {
        switch (trouble)
        {
            case Trouble.Slow:
                throw new TaskCanceledException("slow");
            case Trouble.Broken:
                return Error(HttpStatusCode.InternalServerError);
            case Trouble.Refusing:
                return Error(HttpStatusCode.UnprocessableEntity);
            case Trouble.Malformed:
                return new(HttpStatusCode.OK) { Content = new StringContent("<html>login</html>") };
            case Trouble.LostAnswer:
                Handle(request, body).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone");
            case Trouble.Late:
                _late.Enqueue(() => Handle(request, body).Dispose());
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone");
            default:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "gone");
        }
    }
}
