using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;
using RemedyBot.Composition;

namespace RemedyBot.Turns.Activities;

/// <summary>Activities in, Activities out: the turn as the channels know it.</summary>
public sealed class ActivityTurns(TurnHandler turn, LoadedContent content)
{
    public async Task<ActivityReply> HandleAsync(Activity activity, Passage passage, CancellationToken cancellation)
    {
        var place = passage as Passage.App;
        var limits = content.Channels.Of(place?.ChannelId);
        var shown = new Shown(limits, content.Localizer.Catalog, place is { Discreet: true });
        Parcel? parcel = null;
        var request = Request(activity, passage, (limits, shown)) with
        {
            Push = place is not { Push: true } ? null : (answer, seq, traces) => (parcel = PushedReplies.Of(activity, answer, seq, place.Insecure, shown, traces)).Write(),
        };
        var reply = await turn(request, cancellation);
        return new(StatusOf(reply.Status), reply.Seq, shown.Of(reply.Messages, reply.Language))
        {
            Standing = reply.Question,
            // What was said and may not be shown again comes back as other words.
            Masked = IsHidden(activity, reply) ? reply.Said : null,
            Ended = reply.Ended,
            Erased = reply.Erased,
            Talks = reply.Talks,
            TalkStatus = reply.TalkStatus,
            Push = reply.Push is { } entry && parcel is not null ? new(entry, parcel) : null,
        };
    }

    private TurnRequest Request(Activity activity, Passage passage, (ChannelLimits Limits, Shown Shown) at)
    {
        var (limits, shown) = at;
        var begins = activity.Is(ActivityTypes.ConversationUpdate);
        IReadOnlyList<string> languages = activity.Locale is { } locale ? [locale] : [];
        var look = activity.Is(ActivityTypes.Event);
        var text = begins ? null : look ? "" : Said.In(activity);
        return passage switch
        {
            Passage.Token token => new(token.Bearer, token.InboundId, text, languages)
            {
                Begin = begins,
                Language = begins ? Spoken(languages) : null,
                Look = look,
                Front = begins || look ? null : Fronts.Write(activity, text!),
                Bucket = token.Bucket,
                Bound = true,
            },
            Passage.App app => new(null, app.InboundId, text, languages)
            {
                Begin = begins,
                Look = look,
                Question = app.Question,
                App = new(app.ChannelId, app.ConversationId) { Stays = app.Stays, Unseen = app.Unseen, Early = app.Early, Traces = app.Traces, Deletes = limits.Deletes, Readers = limits.Readers, Discreet = app.Discreet, Call = app.Rings ? (words, language) => PushedReplies.Ring(activity, app.Insecure, shown.Of([new() { Text = words, Step = "", Topic = "", Kind = "say" }], language)) : null, Status = look ? Said.State(activity) : null },
            },
            _ => throw new ArgumentOutOfRangeException(nameof(passage)),
        };
    }

    /// <summary>The language of ours that a tag asks for; null where we do not speak it, so that the question is asked.</summary>
    private string? Spoken(IReadOnlyList<string> languages) =>
        content.Localizer.Negotiator.Match(languages) is { } tag && content.Spoken(drafts: false).Any(l => l.Tag == tag) ? tag : null;

    private bool IsHidden(Activity activity, TurnReply reply) =>
        reply.Said is { } said && said == content.Localizer.Catalog.Render(reply.Language, "common/code-gone") && said != activity.Text;

    private static ReplyStatus StatusOf(TurnStatus status) => status switch
    {
        TurnStatus.Done => ReplyStatus.Done,
        TurnStatus.Repeated => ReplyStatus.Repeated,
        TurnStatus.Stale => ReplyStatus.Stale,
        TurnStatus.Busy => ReplyStatus.Busy,
        _ => ReplyStatus.Closed,
    };
}
