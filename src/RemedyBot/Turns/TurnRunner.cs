using System.Text;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Bidi;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;
using Engine = RemedyBot.Dialogs.Turns.Engine;
using Stored = RemedyBot.Storage.Vault.Conversation;

namespace RemedyBot.Turns;

/// <summary>
/// The conductor of a turn: load and open, read, think, act, render, seal and commit once, then answer. Where the rooms meet.
/// </summary>
public sealed class TurnRunner(SealedVault vault, Engine engine, InputReader reader, Casework casework, Renderer renderer, Threshold threshold, Tidings tidings, Presenting presenting, TurnOptions options, TimeProvider time)
{
    private const int Tries = 5;
    private static readonly IReadOnlySet<string> Silent = new HashSet<string>();
    private readonly Lanes _lanes = new();

    /// <summary>Slows floods down; null where nobody is slowed (the terminal, tests).</summary>
    public Pace? Pace { get; init; }

    public LastAnswers LastAnswers { get; } = new(time);

    /// <summary>The one door into a conversation; see <see cref="TurnHandler"/>.</summary>
    public async Task<TurnReply> HandleAsync(TurnRequest request, CancellationToken cancellation)
    {
        var text = request.Text is null ? null : CleanText.Of(request.Text);
        var begins = !request.Look && request.App is not { Stays: true };
        var bearer = request.App is null ? request.Token ?? vault.Tokens.MintNew(options.TokenLife) : "";
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await OpenAsync(request, bearer, cancellation) is not { } token)
                return request.App is null ? await ClosedAsync(request, text, cancellation) : threshold.Full(request);
            var id = token.Key.Id.ToArray();
            if (tried == 0 && request.Look && Pace is not null)
                await Pace.LookAsync(id, cancellation);
            using var lane = await _lanes.EnterAsync(id, cancellation);
            if (tried == 0 && text is not null && !request.Look && Pace is not null)
                await Pace.MessageAsync(id, cancellation);
            if (text is not null && LastAnswers.Find(id, request.InboundId, text) is { } last)
                return presenting.Last(request, token, last);
            using var stored = await vault.Conversations.LoadAsync(token.Key, begins && token.Use == TokenUse.New, cancellation);
            if (stored is null && request.App is not null && begins)
                continue;
            if (stored is null)
                return await ClosedAsync(request, text, cancellation);
            if (stored.IsNew && await threshold.TurnedAwayAsync(request, text, Pace, cancellation) is { } away)
                return away;
            if (begins && request.App is not null && await tidings.FindAsync(request.App, stored, any: stored.IsNew && text is not null && threshold.Erases(text), cancellation) is { } ended)
            {
                if (await ReopenedAsync(request, text, ended, stored, cancellation) is { } brought)
                    return brought;
                continue;
            }
            var visit = stored.IsNew && request.App is not null && text is not null
                ? new Visit(request with { Begin = true, Opening = text }, null, token, stored)
                : new(request, text, token, stored);
            if (await OnceAsync(visit, cancellation) is { } reply)
                return reply;
        }
        return presenting.Plain(request, TurnStatus.Busy, request.Token ?? "");
    }

    /// <summary>What leads into the conversation: the person's token, or the place in an app, whose key is ours.</summary>
    private async Task<OpenToken?> OpenAsync(TurnRequest request, string bearer, CancellationToken cancellation)
    {
        if (request.App is not { } place)
            return vault.Tokens.Read(bearer).Token;
        var key = await vault.Apps.OpenAsync(place.ChannelId, place.ConversationId, cancellation);
        return key is null ? null : new(key, "", TokenUse.New, DateTimeOffset.MaxValue, null);
    }

    /// <summary>What was ended and kept in an app goes on, since there is news for whoever writes there.</summary>
    /// <param name="here">What was about to begin instead.</param>
    private async Task<TurnReply?> ReopenedAsync(TurnRequest request, string? text, Stored ended, Stored here, CancellationToken cancellation)
    {
        using (ended)
        {
            using var lane = await _lanes.EnterAsync(ended.Key.Id.ToArray(), cancellation);
            var place = request.App! with { Traces = [.. await tidings.LeaveAsync(here, cancellation), .. request.App.Traces] };
            return await OnceAsync(new(request with { App = place, Question = null }, text, new(ended.Key, "", TokenUse.New, DateTimeOffset.MaxValue, null), ended) { Reopens = true }, cancellation);
        }
    }

    /// <summary>One try; null where somebody else wrote first.</summary>
    private async Task<TurnReply?> OnceAsync(Visit visit, CancellationToken cancellation)
    {
        var (request, text, token, stored) = visit;
        var file = stored.IsNew ? null : CaseFile.Read(stored.Payload.Span);
        if (!stored.IsNew && file is null)
            return presenting.Plain(request, TurnStatus.Closed, "");
        if (text is not null && file is not null)
        {
            var check = stored.Check(request.InboundId, Encoding.UTF8.GetBytes(visit.Body));
            if (check.Kind == InboundKind.Same)
                return await presenting.AgainAsync(visit, file, check.Seq, cancellation);
            if (check.Kind == InboundKind.Different || (!request.Look && file.IsPast(request, stored.Seq)))
                return Leaving(visit, file, threshold.Leaves(text)) is { } left ? await CommitAsync(visit, left, null, cancellation) : await StandAsync(visit, file, TurnStatus.Stale, await presenting.AskedAsync(visit, cancellation), cancellation) is { } stood ? stood with { Seq = Math.Max(stood.Seq, check.Seq) } : null;
        }
        if (file is not null && (visit.Reopens || (text is null && request.Begin && await tidings.AreForAsync(file, cancellation))))
            return await CommitAsync(visit, Brought(visit, file.At(request.App, casework.Today)), null, cancellation);
        if (text is null && file is not null && !request.Resume)
            return await StandAsync(visit, file, request.Begin ? TurnStatus.Repeated : TurnStatus.Done, null, cancellation);
        file = (file ?? casework.Begin(request.Languages)).At(request.App, casework.Today);
        var greeting = stored.IsNew && !request.Resume ? Greetings.Of(file, request, (at, input) => Think(at, input)) : null;
        if (text is null && !request.Resume)
            return await OpenedAsync(visit, file, greeting!, cancellation);
        if (greeting is not null)
            file = file with { Conversation = greeting.Conversation };
        var waiting = engine.Question(file.Conversation);
        if (text is not null && request.App is null && TypedCodes.Opens(text, waiting, file.Conversation))
            return await ReturnAsync(visit, file, cancellation);
        if (text is not null && TypedCodes.IsOutOfPlace(text, waiting, file.Conversation))
            return request.App is not null
                ? await StandAsync(visit, file, TurnStatus.Done, null, cancellation) is { } shown ? threshold.CodeGoesToThePage(shown) : null
                : await CommitAsync(visit, new(file, TypedCodes.Refused(Think(file, new Input.Again())), new Input.Again()), null, cancellation);
        // Shown by what was there before: a page that was closed, or an older version of the dialogs.
        if (text is not null && greeting is not null && request.Asked is { Length: > 0 } step && step != file.Conversation.AskingStep)
            return await OpenedAsync(visit, file, greeting, cancellation);
        if (text is not null && request.Asked is Pause.Step && !stored.IsNew)
            return await ResumedAsync(visit, file, presenting.Paused(text), cancellation);
        var thought = request.Resume ? Taken(file, new Input.Resume(false)) : await AnswerAsync(visit, file, cancellation);
        return await CommitAsync(visit, thought with { Result = Greetings.Spoken(file, thought.Result, request, engine, (at, input) => Think(at, input)) }, null, cancellation);
    }

    /// <summary>The first words of a conversation answer nothing: they are listened to, and answered by the greeting.</summary>
    private async Task<TurnReply?> OpenedAsync(Visit visit, CaseFile file, TurnResult greeting, CancellationToken cancellation)
    {
        var heard = reader.Heard(visit, file, presenting.AskOf(visit.Request.Asked));
        if (heard.Count == 0 && visit.Request.Begin)
            return await CommitAsync(visit, new(file, greeting, new Input.Nothing()), null, cancellation);
        if (heard.Count == 0)
            return presenting.Greet(visit, file, greeting) with { Untaken = true };
        return await CommitAsync(visit, Again(file with { Conversation = greeting.Conversation }, heard), null, cancellation);
    }

    /// <summary>Who only knocked is told of what came; of their words only danger is heard, and answered before.</summary>
    private Thought Brought(Visit visit, CaseFile file)
    {
        var open = file.Conversation.Ended ? file with { Conversation = Think(file, new Input.News()).Conversation } : file;
        var erases = visit.Text is { } text && threshold.Erases(text);
        return Again(open, visit.Text is null || erases ? Silent : reader.Heard(visit, file, null), erases ? new(Threshold.Erase) : null);
    }

    private async Task<Thought> AnswerAsync(Visit visit, CaseFile file, CancellationToken cancellation)
    {
        var (text, request) = (visit.Text!, visit.Request);
        var world = casework.World(file);
        var look = engine.Look(file.Conversation, world);
        if (look is { IsUnseen: false, Ask: { Kind: Dialogs.Model.PromptKind.Code, Mode: "new" } } && visit.Stored.IsShownCode(text))
            return Taken(file, new Input.Code(true));
        // Going on after a pause, which a question for one's own words would take for words.
        if (request.Look || (text == Pause.GoOn && look.Ask is { Kind: Dialogs.Model.PromptKind.Text } && presenting.Late(visit)))
            return Again(file, Silent);
        var (input, signals) = reader.Beside(reader.Read(text, look.Ask, look.Present, look.Accepted, file, casework.Today), request.Beside, file);
        if ((look.IsUnseen || Early.Is(request.App, look, file.Conversation, input)) && input is not (Input.TooLong or Input.Nothing or Input.Wish { Name: not ("skip" or "back") }))
            (input, signals) = (new Input.Unseen(Told.Story(input, look.Ask)), reader.Heard(visit, file, look.IsUnseen ? engine.Question(file.Conversation) : null));
        await casework.PrepareAsync(file, look.Present, input, cancellation);
        return new(file, casework.Think(file, input, signals, world, look), input) { Look = look };
    }

    /// <summary>After a pause: on, or the end, which asks before it ends. Of anything else only danger is heard, since the person has not seen what is asked.</summary>
    private async Task<TurnReply?> ResumedAsync(Visit visit, CaseFile file, string? answer, CancellationToken cancellation) => answer is null
        ? await StandAsync(visit, file, visit.Request.Look ? TurnStatus.Done : TurnStatus.Stale, null, cancellation)
        : await CommitAsync(visit, Leaving(visit, file, answer is Pause.Stop ? answer : null) ?? Again(file, Besides(visit, file)), null, cancellation);

    /// <summary>A wish to leave holds on whatever it was said. Null: there is none, or it is being asked about, and "stop" would answer that unseen, or help comes first.</summary>
    private Thought? Leaving(Visit visit, CaseFile file, string? wish) =>
        wish is null || file.Conversation.Aside?.Wish == wish || Besides(visit, file).Count > 0 ? null : Again(file.At(visit.Request.App, casework.Today), Silent, new(wish));

    private IReadOnlySet<string> Besides(Visit visit, CaseFile file) => reader.Beside((new Input.Again(), Silent), visit.Request.Beside, file).Signals;

    /// <summary>What waits, where nothing was answered. Where that is another question than was sent last, or what was said calls for help, it is asked in a turn of its own.</summary>
    /// <param name="asked">The question that was answered too late, or null.</param>
    private async Task<TurnReply?> StandAsync(Visit visit, CaseFile file, TurnStatus status, Dialogs.Model.Ask? asked, CancellationToken cancellation)
    {
        file = file.At(visit.Request.App, casework.Today);
        var heard = status == TurnStatus.Stale ? reader.Heard(visit, file, asked) : Silent;
        if (heard.Count == 0 && (presenting.Pauses(visit) || engine.Look(file.Conversation, casework.World(file)).Stands))
            return await presenting.ShowAsync(visit, file, status, cancellation);
        return await CommitAsync(visit, Again(file, heard), null, cancellation) is { } reply ? reply with { Said = null, Untaken = true } : null;
    }

    private Thought Again(CaseFile file, IReadOnlySet<string> heard, Input.Wish? wish = null)
    {
        var (world, again) = (casework.World(file), wish as Input ?? new Input.Again());
        var look = engine.Look(file.Conversation, world);
        return new(file, casework.Think(file, again, heard, world, look), again) { Look = look };
    }

    private Thought Taken(CaseFile file, Input input) => new(file, Think(file, input), input);

    private TurnResult Think(CaseFile file, Input input) => engine.Turn(file.Conversation, input, Silent, casework.World(file));

    private async Task<TurnReply?> ReturnAsync(Visit visit, CaseFile file, CancellationToken cancellation)
    {
        var opening = await vault.Codes.OpenAsync(visit.Text!, visit.Request.Bucket, cancellation);
        if (opening.Status == CodeStatus.Busy)
            return presenting.Plain(visit.Request, TurnStatus.Busy, visit.Request.Token ?? "");
        using var ticket = opening.Ticket;
        if (ticket is null || CaseFile.Read(ticket.Old.Payload.Span) is not { } old)
            return await CommitAsync(visit, Taken(file, new Input.Resume(true)), null, cancellation);
        var back = old with { LastReturn = ticket.Old.LastReturn, App = false, TakesBack = false, Traces = [], Moved = ticket.Ends };
        return await CommitAsync(visit, Taken(back, new Input.Return()), ticket, cancellation);
    }

    private async Task<TurnReply?> CommitAsync(Visit visit, Thought thought, ReturnTicket? ticket, CancellationToken cancellation)
    {
        var (request, text, token, stored) = visit;
        using var deeds = await casework.ActAsync(thought.Before, thought.Result, stored, cancellation);
        if (request.Look && deeds.Heard is not { IsNew: true } && thought.Look is not { Stands: false })
            return await presenting.ShowAsync(visit, thought.Before, TurnStatus.Done, cancellation);
        var said = deeds.Heard?.Messages ?? thought.Result.Messages;
        var messages = renderer.Render(said, deeds);
        var file = deeds.File with { Routes = renderer.RoutesOf(said, deeds), AskedIn = said.Any(m => m.Quiet) ? thought.Before.AskedIn ?? stored.Seq : null };
        var secret = TypedCodes.IsSecret(text, engine.Question(thought.Before.Conversation), thought.Input);
        var tells = thought.Result.Conversation.Log.Exists(e => e.Kind == EntryKind.Words && e.Order >= thought.Before.Conversation.Next);
        var words = !secret ? renderer.Said(visit, tells, thought.Before, thought.Input, thought.Look) : request.Front is null ? null : TypedCodes.Shown(text, renderer.CodePlaceholder(deeds.File.Language));
        var answer = new StoredAnswer(deeds.File.Language, words, messages, deeds.Ended, secret ? Activities.Fronts.Without(request.Front) : request.Front) { Untaken = !tells && (request.Beside is not null || thought.Input is Input.Unseen || thought.Result.Messages.Any(m => m.TextKey == Input.TooLong.Told)) };
        // Who pushes takes it out of the outbox, now or after a crash.
        var push = request.Push?.Invoke(answer, stored.Seq + 1, deeds.Erased ? file.AllTraces : null) is { } payload ? Activities.Pushes.Draft(OutboxStore.PushIdOf(stored, stored.Seq + 1), payload, casework.Today) : null;
        var ended = deeds.Ended && request.App is { } place ? vault.Apps.MarkEnd(place.ChannelId, place.ConversationId, request.InboundId) : null;
        CommitResult committed;
        if (deeds.Gone is { } gone && gone with { Ended = ended } is var erasure)
            committed = await vault.Conversations.EraseAsync(stored, push is null ? erasure : erasure with { Withdrawals = [.. erasure.Withdrawals, new(null, null, push)] }, cancellation);
        else
        {
            var turn = deeds.Commit with
            {
                Payload = file.Write(),
                Ended = ended,
                Reopens = visit.Reopens,
                InboundId = request.InboundId.Length == 0 ? null : request.InboundId,
                InboundBody = Encoding.UTF8.GetBytes(visit.Body),
                Turn = StoredTurns.Write(answer),
                Outbox = push is null ? deeds.Commit.Outbox : [.. deeds.Commit.Outbox, push],
                PreviousTurn = thought.Before.ShowsCode && ticket is null ? await StoredTurns.WithoutCodeAsync(vault, stored, renderer, cancellation) : null,
            };
            committed = ticket is null
                ? await vault.Conversations.CommitAsync(stored, turn, cancellation)
                : await vault.Conversations.ReturnAsync(stored, ticket, turn, cancellation);
        }
        if (committed == CommitResult.Committed)
            LastAnswers.Committed(visit, deeds, ticket, answer);
        return committed switch
        {
            CommitResult.Committed => Presenting.Reply(visit, TurnStatus.Done, answer) with
            {
                Token = presenting.Renewed(token, TokenUse.Go),
                // An app without a page keeps a chat by a code that nobody is shown.
                Code = messages.FirstOrDefault(m => m.Code is not null)?.Code,
                Seq = stored.Seq + 1,
                Erased = deeds.Erased,
                Talks = file.OpenTalk is not null,
                TalkStatus = deeds.Heard?.TalkStatus,
                Push = push?.Id,
                Trace = options.Trace ? Tracing.Of(deeds with { File = file }, casework) : null,
            },
            CommitResult.Busy => presenting.Plain(request, TurnStatus.Busy, request.Token ?? ""),
            _ => null,
        };
    }

    /// <summary>Closed, erased, expired, never been: one answer. A code typed there opens a new conversation that it returns to.</summary>
    private Task<TurnReply> ClosedAsync(TurnRequest request, string? text, CancellationToken cancellation) =>
        text is not null && request is { Token: not null, Bound: false } && CaseCode.IsMeant(text) ? HandleAsync(request with { Token = null }, cancellation) : Task.FromResult(presenting.Plain(request, TurnStatus.Closed, ""));
}
