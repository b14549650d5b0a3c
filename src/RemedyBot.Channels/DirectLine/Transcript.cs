using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Activities as a client of one conversation sees them: with id, time and addresses.</summary>
internal sealed class Transcript(Stamps stamps)
{
    public const string Channel = "directline";

    private static readonly ChannelAccount Bot = new() { Id = "bot", Role = ChannelAccount.Bot };

    internal sealed record Numbered(long Number, Activity Activity);

    /// <summary>A turn that was just taken: the client's message as it came, then the answers.</summary>
    public IReadOnlyList<Numbered> Live(Bearer bearer, Activity? person, ActivityReply reply)
    {
        var turn = reply.Turn;
        List<Activity> events = reply.Erased ? [Event(ActivityTypes.ErasedEvent)] : reply.Ended ? [Event(ActivityTypes.EndedEvent)] : [];
        // Its state and nothing else: what a hub is told of a person is no client's.
        if (reply.TalkStatus is { } state)
            events = [new() { Type = ActivityTypes.Event, Name = ActivityTypes.HandoffStatus, Value = ActivityJson.State(state) }, .. events];
        var past = new PastTurn(turn, person is null ? null : Echo(person, reply), [.. reply.Activities, .. events]);
        return [.. Of(bearer, past).Select(n => n with { Activity = n.Activity with { Timestamp = stamps.Now } })];
    }

    /// <param name="anew">Everything is shown from the start: by a client that has seen nothing, or on a page that was opened again.</param>
    public IReadOnlyList<Numbered> Past(Bearer bearer, History history, long after, bool anew)
    {
        var turns = history.Turns.SelectMany(t => Of(bearer, t)).Where(n => n.Number > after).ToList();
        var last = Numbering.Of(history.Last + 1, 0);
        return [.. turns.Select(n => n with
        {
            Activity = n.Activity with
            {
                Timestamp = anew ? stamps.Replayed(n.Number, last) : stamps.Now,
            },
        })];
    }

    private static IEnumerable<Numbered> Of(Bearer bearer, PastTurn turn)
    {
        var conversation = new ConversationAccount { Id = bearer.Conversation };
        var asked = turn.Person is null ? null : Numbering.Id(bearer.Conversation, Numbering.Of(turn.Turn, 0));
        if (turn.Person is { } person)
        {
            yield return new(Numbering.Of(turn.Turn, 0), person with
            {
                Id = asked,
                ChannelId = Channel,
                Conversation = conversation,
                From = (person.From ?? new()) with { Id = bearer.User, Role = ChannelAccount.User },
            });
        }
        for (var at = 0; at < turn.Bot.Count; at++)
        {
            var number = Numbering.Of(turn.Turn, at + 1);
            yield return new(number, turn.Bot[at] with
            {
                Id = Numbering.Id(bearer.Conversation, number),
                ChannelId = Channel,
                Conversation = conversation,
                From = turn.Bot[at].From ?? Bot,
                Recipient = new() { Id = bearer.User, Role = ChannelAccount.User },
                ReplyToId = asked,
            });
        }
    }

    private static Activity Echo(Activity person, ActivityReply reply) => person with
    {
        Text = reply.Masked ?? person.Text,
        Value = reply.Masked is null ? person.Value : null,
        ServiceUrl = null,
        DeliveryMode = null,
        ReplyToId = null,
    };

    private static Activity Event(string name) => new() { Type = ActivityTypes.Event, Name = name };
}
