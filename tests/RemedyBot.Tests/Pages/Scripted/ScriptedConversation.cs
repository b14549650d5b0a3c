using System.Collections.Concurrent;
using System.Globalization;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages.Scripted;

/// <summary>A conversation with fixed questions, so that the page can be tried without the rest of the program. It keeps the turn contract.</summary>
internal sealed class ScriptedConversation(IReadOnlyList<ScriptedTurn> script)
{
    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private int made;

    /// <summary>Every request that came, in order.</summary>
    public ConcurrentQueue<TurnRequest> Requests { get; } = new();

    /// <summary>Set to give another answer than the script's; null leaves it to the script.</summary>
    public Func<TurnRequest, TurnReply?>? Instead { get; set; }

    /// <summary>How many conversations hold something.</summary>
    public int Stored => places.Values.Count(place => place.At > 0);

    public Task<TurnReply> Take(TurnRequest request, CancellationToken cancellation)
    {
        Requests.Enqueue(request);
        return Task.FromResult(Instead?.Invoke(request) ?? Answer(request));
    }

    private TurnReply Answer(TurnRequest request)
    {
        var language = request.Languages.Any(tag => tag.StartsWith("ar", StringComparison.Ordinal)) && request.Languages[0].StartsWith("ar", StringComparison.Ordinal) ? "ar" : "en";
        if (request.Token is null)
        {
            var token = "token-" + Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
            places[token] = new() { Language = language };
            return Said(places[token], token, TurnStatus.Done, null);
        }

        if (!places.TryGetValue(request.Token, out var place) || place.Gone) return new(TurnStatus.Closed, "", language, null, [], false, null);
        if (place.Heard.TryGetValue(request.InboundId, out var before))
        {
            return before == request.Text ? Said(place, request.Token, TurnStatus.Repeated, place.Said) : Said(place, request.Token, TurnStatus.Stale, null) with { Untaken = true };
        }

        return Go(place, request);
    }

    private TurnReply Go(Place place, TurnRequest request)
    {
        place.Heard[request.InboundId] = request.Text ?? "";
        place.Said = Title(place, request.Text ?? "");
        if (request.Text is "back") place.At = Math.Max(0, place.At - 1);
        else if (request.Text is "erase") place.Gone = true;
        else if (request.Text is not ("" or "why" or "so-far" or "language" or "help" or "human")) place.At++;
        if (place.Gone) return new(TurnStatus.Done, request.Token!, place.Language, place.Said, [script[^1].Messages(place.Language)[^1] with { Step = "wish-erase/erased" }], true, null);
        var reply = Said(place, request.Token!, TurnStatus.Done, place.Said);
        if (reply.Ended) place.Gone = true;
        return reply;
    }

    private TurnReply Said(Place place, string token, TurnStatus status, string? said)
    {
        var turn = script[Math.Min(place.At, script.Count - 1)];
        var messages = turn.Messages(place.Language);
        return new(status, token, place.Language, said, messages, turn.Ends, messages[^1].Code);
    }

    private string Title(Place place, string text)
    {
        var asked = script[Math.Min(place.At, script.Count - 1)].Messages(place.Language)[^1];
        return asked.Choices.Concat(asked.Wishes).FirstOrDefault(option => option.Value == text)?.Title ?? text;
    }

    private sealed class Place
    {
        public int At { get; set; }
        public string Language { get; init; } = "en";
        public string? Said { get; set; }
        public bool Gone { get; set; }
        public Dictionary<string, string> Heard { get; } = new(StringComparer.Ordinal);
    }
}
