using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Live;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Turns;

/// <summary>All that one conversation is, between two turns: the vault seals it whole.</summary>
public sealed record CaseFile
{
    public required Conversation Conversation { get; init; }

    /// <summary>128 random bits, base32; never leaves: each handoff has its own reference.</summary>
    public required string CaseId { get; init; }

    public required DateOnly Created { get; init; }

    /// <summary>BCP 47 tag of the language before the person chose one.</summary>
    public required string Greeted { get; init; }

    /// <summary>Every handoff that was consented to, in order; withdrawn ones keep only what the person may still want to know.</summary>
    public IReadOnlyList<HandedOver> Handoffs { get; init; } = [];

    /// <summary>Talks with a person at the desk, in order; at most the last is open.</summary>
    public IReadOnlyList<Talk> Talks { get; init; } = [];

    /// <summary>Consents to talks that were taken back: of the talks themselves nothing is kept.</summary>
    public IReadOnlyList<ConsentRecord> TalksTakenBack { get; init; } = [];

    /// <summary>Routes suggested so far, in order.</summary>
    public IReadOnlyList<SuggestedRoute> Routes { get; init; } = [];

    /// <summary>The day of the visit before this one, where the person came back by code.</summary>
    public DateOnly? LastReturn { get; init; }

    /// <summary>Held in a messaging app, whose company reads along.</summary>
    public bool App { get; init; }

    /// <summary>The app takes messages back.</summary>
    public bool TakesBack { get; init; }

    /// <summary>Who can read along in the app: the text `apps/readers-NAME`.</summary>
    public string? Readers { get; init; }

    /// <summary>The app is to tell nothing to whoever sees its notifications.</summary>
    public bool Discreet { get; init; }

    /// <summary>A message may be sent there days after the person's last.</summary>
    public bool Rings { get; init; }

    /// <summary>Makes that message of this very place; null where nobody is there now.</summary>
    [JsonIgnore]
    public Func<string, string, RingCall>? Call { get; init; }

    /// <summary>What waits sealed for that message; null where nothing does.</summary>
    public RingPlace? Ring { get; init; }

    /// <summary>The app's ids of this chat's messages of the last days, a line for each day; kept only for being taken back.</summary>
    public IReadOnlyList<TracedDay> Traces { get; init; } = [];

    /// <summary>What a hub says of the talk in this very turn.</summary>
    [JsonIgnore]
    public TalkEvent? Hub { get; init; }

    /// <summary>Came from a messaging app, by a code that has died on the way.</summary>
    public bool Moved { get; init; }

    /// <summary>The last turn showed the case code: its stored answer is rewritten by the next one.</summary>
    public bool ShowsCode { get; init; }

    /// <summary>The turn that showed the question which waits, where later ones left it standing; null where that was the last.</summary>
    public int? AskedIn { get; init; }

    /// <summary>How often the person came back, by code or, in an app, because something came.</summary>
    [JsonIgnore]
    public int Returns => Conversation.Heard.Count(h => h.Signal is Words.Return or Words.News);

    [JsonIgnore]
    public Talk? OpenTalk => Talks.Count > 0 && Talks[^1].IsOpen ? Talks[^1] : null;

    /// <summary>Everything that somebody holds of this person, talks too.</summary>
    [JsonIgnore]
    public IEnumerable<HandedOver> Held => Handoffs.Concat(Talks.Select(t => t.Handoff).OfType<HandedOver>());

    [JsonIgnore]
    public IReadOnlyList<string> AllTraces => [.. Traces.SelectMany(d => d.Ids.Split(' ')).Distinct(StringComparer.Ordinal)];

    /// <summary>The question which waits is the one that was shown in this turn.</summary>
    /// <param name="last">The turn that was committed last.</param>
    public bool Asked(int turn, int last) => turn >= (AskedIn ?? last) && turn <= last;

    /// <summary>Said to an earlier question than the one that was sent last.</summary>
    public bool IsPast(TurnRequest said, int last) => said.Question is { } turn ? !Asked(turn, last) : said.Asked is { Length: > 0 } step && step != Pause.Step && step != Conversation.AskingStep;

    /// <summary>Something came that the person was not told of. How a talk ended they were told in it; what was written since they were not.</summary>
    public bool HasNews(DateOnly today) => Handoffs.Any(h => h.News(today).Any()) || Talks.Any(t => t is { IsOpen: false, Handoff: { } held } && held.NewWords.Any());

    /// <summary>The same once they were.</summary>
    public CaseFile Told(DateOnly today) => With(held => held with { Known = [.. held.Known, .. held.News(today)] });

    /// <summary>The same once every letter that is there was shown.</summary>
    public CaseFile Shown() => With(held => held with { Letters = [.. held.Letters.Select(l => l.ShownAt is null ? l with { ShownAt = Returns } : l)] });

    private CaseFile With(Func<HandedOver, HandedOver> now) =>
        this with { Handoffs = [.. Handoffs.Select(now)], Talks = [.. Talks.Select(t => t.Handoff is { } held ? t with { Handoff = now(held) } : t)] };

    /// <summary>The same, held in the app that this message came from.</summary>
    public CaseFile At(AppPlace? place, DateOnly today) =>
        place is null ? this : this with { App = true, Hub = TalkStages.Read(place.Status), TakesBack = place.Deletes > 0, Readers = place.Readers, Discreet = place.Discreet, Rings = place.Call is not null, Call = place.Call, Traces = TracedDay.With(Traces, place, today) };

    [JsonIgnore]
    public string Language => Conversation.Language ?? Greeted;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, CaseFileContext.Plain.CaseFile);

    /// <summary>Null where the text is not a case of a format that this version knows.</summary>
    public static CaseFile? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.TrimEnd((byte)' '), CaseFileContext.Default.CaseFile) is { Conversation.Format: <= Conversation.CurrentFormat } file ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => nameof(CaseFile);
}

/// <summary>One handoff as the person's own state knows it.</summary>
/// <param name="Item">The recipient's id, as the dialog was walked for it.</param>
/// <param name="BoxKey">Private JWK that opens the letters; null once withdrawn and confirmed, or once the yes has ended.</param>
/// <param name="OutboxId">The entry that carries it, for taking it back.</param>
/// <param name="State">One of the contract's states.</param>
public sealed record HandedOver(
    string Item, string Kind, string Name, string Ref, string BoxId, string? BoxKey, long OutboxId, string State, DateOnly Day, DateOnly Expires)
{
    public IReadOnlyList<LetterRead> Letters { get; init; } = [];

    /// <summary>Of a case that failed: no word came that it arrived, and none that it did not.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>The recipient's own number for it, where it has one.</summary>
    public string? Theirs { get; init; }

    /// <summary>Nobody there can say anything here: not that it was seen, and no answer.</summary>
    public bool OneWay { get; init; }

    /// <summary>The last day within which somebody usually looks at it; null where nobody promised one.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The day of the last word on what became of the withdrawal.</summary>
    public DateOnly? Confirmed { get; init; }

    /// <summary>What that word was.</summary>
    public TakenBack? Back { get; init; }

    /// <summary>Proof that it arrived, signed; null before.</summary>
    public string? Slip { get; init; }

    /// <summary>Outbox entries of what the person wrote back.</summary>
    public IReadOnlyList<long> Replies { get; init; } = [];

    /// <summary>How many of them were said in a talk.</summary>
    public int Lines { get; init; }

    /// <summary>The outbox entry of the e-mail for when nobody answers in time, should she want one; null where nobody there could.</summary>
    public long? Notice { get; init; }

    /// <summary>That entry was written, and not taken back since.</summary>
    public bool NoticeMade { get; init; }

    /// <summary>Something that the person wrote back did not arrive, and nothing written since has.</summary>
    public bool AnswerLost { get; init; }

    /// <summary>Of <see cref="News"/>, what the person was told.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>The consents it rests on, also once they were withdrawn: to whom, for which groups, from when to when.</summary>
    public IReadOnlyList<ConsentRecord>? Consents { get; init; }

    /// <summary>Exactly what the recipient reads; kept in trace mode only.</summary>
    public string? Document { get; init; }

    [JsonIgnore]
    public bool Withdrawn => State == "withdrawn";

    /// <summary>The yes has come to its end: nothing more may go there, and nothing can come.</summary>
    public bool IsOver(DateOnly today) => !Withdrawn && today >= Expires;

    /// <summary>The yes stands.</summary>
    public bool Stands(DateOnly today) => !Withdrawn && !IsOver(today);

    /// <summary>The recipient has it, or had it.</summary>
    [JsonIgnore]
    public bool Arrived => State is not ("waiting" or "failed" or "withdrawn");

    [JsonIgnore]
    public bool MayBeAnswered => Arrived && State != "declined" && Replies.Count - Lines < DeskDraft.MostAnswers && Letters.Any(l => l.Text is not null);

    /// <summary>What somebody there wrote, in order.</summary>
    [JsonIgnore]
    public IEnumerable<LetterRead> Written => Letters.Where(l => l.Text is not null);

    /// <summary>When the last words in it were read, as far as letters can be put in order.</summary>
    [JsonIgnore]
    public (DateOnly Day, int Order) LastWords => Written.Select(l => (l.Day, l.Order)).DefaultIfEmpty().Max();

    /// <summary>Somebody may still say that it was seen, or answer.</summary>
    [JsonIgnore]
    public bool Awaited => !OneWay && State is "waiting" or "delivered" or "received" or "accepted" or "in_progress";

    /// <summary>It is there, and nobody can say whether it was read.</summary>
    [JsonIgnore]
    public bool Unheard => OneWay && State == "delivered";

    /// <summary>Nobody said within the usual time that it was seen, though they could.</summary>
    public bool IsLate(DateOnly today) => !OneWay && IsOverdue(today);

    /// <summary>The usual time is over, whether or not anybody there could say so.</summary>
    public bool IsOverdue(DateOnly today) => State is "waiting" or "delivered" && AnswerBy is { } by && by < today;

    /// <summary>What the person should not have to ask for and was not told, each thing by a name of its own: words for them, an end, a silence that is too long, a loss.</summary>
    public IEnumerable<string> News(DateOnly today) => Withdrawn ? [] : NewWords.Concat(Unknown(
        State is "failed" or "declined" or "referred" or "done" ? State : null,
        IsLate(today) ? "late" : null,
        AnswerLost ? string.Create(CultureInfo.InvariantCulture, $"lost {Replies.Count}") : null));

    [JsonIgnore]
    public IEnumerable<string> NewWords => Unknown([.. Written.Select(l => string.Create(CultureInfo.InvariantCulture, $"letter {l.Order}"))]);

    private IEnumerable<string> Unknown(params string?[] names) => names.OfType<string>().Except(Known, StringComparer.Ordinal);

    public override string ToString() => nameof(HandedOver);
}

/// <param name="Ids">Parted by spaces.</param>
public sealed record TracedDay(DateOnly Day, string Ids)
{
    private const int HoursOfDay = 24;
    private const int Longest = 6000;

    /// <summary>With further ids, and without those that are too many, or older than what the app takes back.</summary>
    public static IReadOnlyList<TracedDay> With(IReadOnlyList<TracedDay> known, AppPlace? place, DateOnly today)
    {
        if (place is not { Deletes: > 0 and var hours })
            return known;
        var ids = string.Join(' ', place.Traces.Where(id => !id.Contains(' ', StringComparison.Ordinal)));
        var recent = known.Where(d => d.Day >= today.AddDays(-(hours + HoursOfDay - 1) / HoursOfDay) && d.Day != today).ToList();
        var line = string.Join(' ', new[] { known.FirstOrDefault(d => d.Day == today)?.Ids, ids }.Where(p => !string.IsNullOrEmpty(p)));
        return line.Length == 0 ? recent : [.. recent, new(today, line.Length <= Longest ? line : line[(line.IndexOf(' ', line.Length - Longest) + 1)..])];
    }

    public override string ToString() => nameof(TracedDay);
}

public sealed record SuggestedRoute(string Id, string Kind, string Topic, IReadOnlyList<string> Warnings);

/// <summary>What a turn answered, as stored for history and for a message that comes twice.</summary>
/// <param name="Front">See <see cref="TurnRequest.Front"/>.</param>
public sealed record StoredAnswer(string Language, string? Said, IReadOnlyList<OutMessage> Messages, bool Ended, string? Front = null)
{
    /// <summary>See <see cref="TurnReply.Untaken"/>.</summary>
    public bool Untaken { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CaseFile))]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class CaseFileContext : JsonSerializerContext
{
    /// <summary>Letters of every script as they are: escaped, Arabic took three times its room, and the size of a row told the language.</summary>
    public static CaseFileContext Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
