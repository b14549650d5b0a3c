using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Matching;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns;

/// <summary>Where nothing has begun yet: whether a message begins a conversation, and what is said where it does not.</summary>
public sealed class Threshold(LoadedContent content, SealedVault vault, TurnOptions options)
{
    internal const string Erase = "erase";

    // The button's own words and no others: "I want to leave" may be said of a home, or of a life.
    private readonly Dictionary<string, string> _leaving = new[] { Pause.Stop, Erase }
        .SelectMany(wish => content.Localizer.Catalog.Titles("common/wish." + wish).Append(wish), (wish, said) => (Said: Folding.Fold(said), wish))
        .DistinctBy(pair => pair.Said).ToDictionary(pair => pair.Said, pair => pair.wish, StringComparer.Ordinal);

    /// <summary>What is answered to a message that begins nothing; null where one begins, after its wait.</summary>
    public async Task<TurnReply?> TurnedAwayAsync(TurnRequest request, string? text, Pace? pace, CancellationToken cancellation)
    {
        if (request.App is { } place && text is not null)
        {
            if (await vault.Apps.HasEndedAsync(place.ChannelId, place.ConversationId, request.InboundId, cancellation))
                return Said(request, null);
            // A button of a chat that is gone: apps keep them longer than we keep what they asked.
            if (request.Question is not null)
                return Said(request, null);
            // Whoever wants nothing of us gets nothing: no greeting, and no row.
            if (Erases(text))
                return await KeepsAsync(place, cancellation) ? null : Said(request, Say("apps/nothing-kept", Greets(request)));
            if (_leaving.ContainsKey(Folding.Fold(text)))
                return Said(request, null);
            if (CaseCode.IsMeant(text))
                return CodeGoesToThePage(Said(request, null));
        }
        if (!vault.Caretaker.RoomForNew)
            return new(TurnStatus.Busy, request.Token ?? "", Greets(request), null, [], false, null);
        if (text is not null && pace is not null)
            await pace.StartAsync(cancellation);
        return null;
    }

    /// <summary>Whether these are the words by which everything is erased, where no question waits.</summary>
    public bool Erases(string text) => Leaves(text) == Erase;

    /// <summary>"stop" or "erase", where the words are nothing but that; else null.</summary>
    public string? Leaves(string text) => _leaving.GetValueOrDefault(Folding.Fold(text));

    private async Task<bool> KeepsAsync(AppPlace place, CancellationToken cancellation)
    {
        var kept = await vault.Apps.EndedAsync(place.ChannelId, place.ConversationId, cancellation);
        foreach (var key in kept)
            key.Dispose();
        return kept.Count > 0;
    }

    /// <summary>So many conversations were ended and kept at this place that none can begin.</summary>
    public TurnReply Full(TurnRequest request) => Said(request, Say(options.Page is null ? "apps/closed" : "apps/closed-page", Greets(request)));

    /// <summary>A code that is typed in an app opens nothing there, and its digits are no words.</summary>
    /// <param name="reply">What is said after that.</param>
    public TurnReply CodeGoesToThePage(TurnReply reply) =>
        reply with { Messages = [Say(options.Page is null ? "apps/code" : "apps/code-page", reply.Language), .. reply.Messages] };

    private string Greets(TurnRequest request) => content.Localizer.Negotiator.Best(request.Languages, options.Drafts);

    private TurnReply Said(TurnRequest request, OutMessage? message) => new(TurnStatus.Done, "", Greets(request), null, message is null ? [] : [message], Ended: true, null);

    private OutMessage Say(string key, string language) => new()
    {
        Text = content.Localizer.Catalog.Render(language, key, new Dictionary<string, Arg> { ["page"] = new Arg.Verbatim(options.Page ?? "") }),
        Step = key,
        Topic = "code",
        Kind = "say",
    };
}
