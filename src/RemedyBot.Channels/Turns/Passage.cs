namespace RemedyBot.Channels.Turns;

/// <summary>What leads into a conversation. The kinds are this closed family.</summary>
public abstract record Passage
{
    /// <summary>A token that the person carries.</summary>
    /// <param name="InboundId">The client's id of its message: the same id is processed once.</param>
    /// <param name="Bucket">Opaque name of the queue for codes.</param>
    public sealed record Token(string Bearer, string InboundId, string Bucket) : Passage
    {
        public override string ToString() => nameof(Token);
    }

    /// <summary>A place in a messaging app, as an authenticated channel names it.</summary>
    /// <param name="Push">Replies are to be sent by the channel's own API: they wait in the outbox until they are.</param>
    /// <param name="Insecure">Nobody vouches for the channel: it speaks from this machine, and only there it is answered.</param>
    public sealed record App(string ChannelId, string ConversationId, string InboundId, bool Push, bool Insecure) : Passage
    {
        /// <summary>Of a tap: the turn that asked; where another question stands by now, that is shown and nothing is answered.</summary>
        public int? Question { get; init; }

        /// <summary>The question that waits never reached the person: words are no answer to it, and it is shown.</summary>
        public bool Unseen { get; init; }

        /// <summary>Words that were typed before what was asked last could be read, though it was not lost: they answer no question that does harm when it is answered by accident.</summary>
        public bool Early { get; init; }

        /// <summary>The app's ids of messages that an erase shall take back, as far as no turn has sealed them yet.</summary>
        public IReadOnlyList<string> Traces { get; init; } = [];

        /// <summary>Meant for a conversation that is there: it begins none.</summary>
        public bool Stays { get; init; }

        /// <summary>Each message begins with a line that tells nothing.</summary>
        public bool Discreet { get; init; }

        /// <summary>A message may be sent there days after the person's last.</summary>
        public bool Rings { get; init; }

        public override string ToString() => nameof(App);
    }
}
