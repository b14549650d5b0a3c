namespace RemedyBot.Turns;

/// <summary>One message from a person to the bot, as any front end hands it over.</summary>
/// <param name="Token">The conversation's token, or null for a conversation that has not begun.</param>
/// <param name="InboundId">The front end's id of this message: the same id is processed once.</param>
/// <param name="Text">What was typed or tapped: a value, a title, a wish, a number or free words; null asks for the greeting or the present question.</param>
/// <param name="Languages">BCP 47 tags the person's device prefers, best first.</param>
public sealed record TurnRequest(string? Token, string InboundId, string? Text, IReadOnlyList<string> Languages)
{
    /// <summary>The person wants to come back with a code and is asked for it.</summary>
    public bool Resume { get; init; }

    /// <summary>A language fixed from outside: it answers the language question.</summary>
    public string? Language { get; init; }

    /// <summary>Asks only whether something came meanwhile; <see cref="Text"/> is empty. Where nothing did, nothing is stored.</summary>
    public bool Look { get; init; }

    /// <summary>The step of the question that the person had before them, where the front end can tell.</summary>
    public string? Asked { get; init; }

    /// <summary>The turn that asked it, of a form or of a tap on a button; null where the front end cannot tell.</summary>
    public int? Question { get; init; }

    /// <summary>Words that stood beside what was tapped; null where there are none.</summary>
    public string? Beside { get; init; }

    /// <summary>The token stays as it is with whoever sent it, so the conversation cannot go on under another.</summary>
    public bool Bound { get; init; }

    /// <summary>What opened the conversation, where <see cref="Text"/> is null: looked at for danger, answered by the greeting.</summary>
    public string Opening { get; init; } = "";

    /// <summary>The conversation is begun and stored even where nothing was said: a channel fetches the greeting, maybe later.</summary>
    public bool Begin { get; init; }

    /// <summary>The place in a messaging app that stands for a token; null for the person's own token.</summary>
    public AppPlace? App { get; init; }

    /// <summary>What a channel needs to know of its message when it shows it again; null where nobody fetches the past.</summary>
    public string? Front { get; init; }

    /// <summary>
    /// Makes what must be pushed of the answer with that turn's number, and with the app's ids of all messages where everything was erased; it is in the
    /// outbox when the turn is durable. Null: nothing is pushed.
    /// </summary>
    public Func<StoredAnswer, int, IReadOnlyList<string>?, ReadOnlyMemory<byte>>? Push { get; init; }

    /// <summary>Opaque name of the queue for codes (an HMAC of an address prefix); never stored.</summary>
    public string Bucket { get; init; } = "";
}

/// <summary>Where in a messaging app a conversation is held.</summary>
public sealed record AppPlace(string ChannelId, string ConversationId)
{
    /// <summary>Meant for a conversation that is there: it begins none.</summary>
    public bool Stays { get; init; }

    /// <summary>The question that waits never reached the person: words are no answer to it.</summary>
    public bool Unseen { get; init; }

    /// <summary>Words that were typed before what was asked last could be read, though it was not lost.</summary>
    public bool Early { get; init; }

    /// <summary>The app's ids of messages that are to be sealed with the conversation, so that an erase can take them back.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    /// <summary>What a hub says of the talk here, as it wrote it; null where none said anything.</summary>
    public string? Status { get; init; }

    /// <summary>Hours within which the app takes messages back; 0 where it does not.</summary>
    public int Deletes { get; init; }

    /// <summary>Who can read along there: the text `apps/readers-NAME`.</summary>
    public string? Readers { get; init; }

    /// <summary>Nothing may be told to whoever sees the app's notifications.</summary>
    public bool Discreet { get; init; }

    /// <summary>Makes a message to this place out of a text and its language, for some other day; null where none may be sent.</summary>
    public Func<string, string, RingCall>? Call { get; init; }

    public override string ToString() => nameof(AppPlace);
}

/// <summary>A value and its title, as offered to the person.</summary>
public sealed record Option(string Value, string Title, bool Picked = false);

public sealed record Progress(int At, int Of);

public sealed record RecipientCard(string Kind, string Id, string Name, string? Column);

/// <summary>One message of the bot: the contract's section 1, with its text rendered.</summary>
public sealed record OutMessage
{
    public required string Text { get; init; }
    public required string Step { get; init; }
    public required string Topic { get; init; }

    /// <summary>say, choice, choices, text, yesno, date, items, consent, review, code or end.</summary>
    public required string Kind { get; init; }
    public string? Field { get; init; }
    public IReadOnlyList<Option> Choices { get; init; } = [];
    public IReadOnlyList<Option> Wishes { get; init; } = [];
    public string? Code { get; init; }

    /// <summary>What in <see cref="Text"/> is to be copied or saved by itself, letter by letter: a slip.</summary>
    public string? Paper { get; init; }
    public Progress? Progress { get; init; }
    public RecipientCard? Recipient { get; init; }
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>A consent to parts that go beyond what its recipient usually gets: none of them stands ticked.</summary>
    public bool Beyond { get; init; }
    public string? By { get; init; }

    /// <summary>Who wrote this, where it was a human: the name of the place they write from. Null for the program's own words.</summary>
    public string? Human { get; init; }

    /// <summary>Letters of helplines that stand in <see cref="Text"/>, in order: where there is room they are set apart from the program's own words. Null for none.</summary>
    public IReadOnlyList<LetterSpan>? Letters { get; init; }

    /// <summary>The reference of that human's talk.</summary>
    public string? Talk { get; init; }

    /// <summary>A question that stands: a page that still shows it need not say it again.</summary>
    public bool Quiet { get; init; }

    /// <summary>Phone numbers and links in <see cref="Text"/> that a page may make tappable: the title is the text as shown, the value its target (tel: or https:).</summary>
    public IReadOnlyList<Option> Links { get; init; } = [];

    /// <summary>BCP 47 tag of <see cref="Text"/> where it is not the reply's language (a sentence not yet translated); else null.</summary>
    public string? Language { get; init; }
}

public enum TurnStatus
{
    /// <summary>Processed and durable.</summary>
    Done,

    /// <summary>The same inbound id and words as before: the stored answer again.</summary>
    Repeated,

    /// <summary>An older form: nothing was applied; the present question again.</summary>
    Stale,

    /// <summary>The token opens nothing (closed, erased, expired, never been, forged): "This is closed. If you kept a code, enter it here."</summary>
    Closed,

    /// <summary>Too many at once; try again in a moment.</summary>
    Busy,
}

/// <summary>What goes back to the front end once the turn is committed.</summary>
/// <param name="Token">A fresh token for the next message.</param>
/// <param name="Language">BCP 47 tag the messages are written in.</param>
/// <param name="Said">The person's own words or the title of the choice, to be shown as theirs; null where there are none.</param>
public sealed record TurnReply(
    TurnStatus Status, string Token, string Language, string? Said, IReadOnlyList<OutMessage> Messages, bool Ended, string? Code)
{
    /// <summary>The number of the turn that handled the message; 0 where nothing is stored.</summary>
    public int Seq { get; init; }

    /// <summary>Where no turn was stored: the number of the one that asked what is asked now.</summary>
    public int Standing { get; init; }

    /// <summary>The turn that asked what is asked in this reply.</summary>
    public int Question => Math.Max(Standing, Seq);

    /// <summary>The words that were typed are neither an answer nor kept: they belong back into the box.</summary>
    public bool Untaken { get; init; }

    /// <summary>Everything was erased at the person's wish.</summary>
    public bool Erased { get; init; }

    /// <summary>The outbox entry of what is to be pushed; null where there is none.</summary>
    public long? Push { get; init; }

    /// <summary>A talk with a person is open.</summary>
    public bool Talks { get; init; }

    /// <summary>Where a talk stands since this turn, as a `handoff.status` names it; null where that did not change.</summary>
    public string? TalkStatus { get; init; }

    /// <summary>What happened behind the words; only where the host was started for tracing.</summary>
    public System.Text.Json.Nodes.JsonObject? Trace { get; init; }
}

/// <summary>The one door into a conversation. Never throws for anything a person sends.</summary>
public delegate Task<TurnReply> TurnHandler(TurnRequest request, CancellationToken cancellation);
