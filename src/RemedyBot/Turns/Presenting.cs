using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;
using Engine = RemedyBot.Dialogs.Turns.Engine;

namespace RemedyBot.Turns;

/// <summary>Replies that change nothing: the question that waits, an answer that was given before, a greeting that is not stored.</summary>
public sealed class Presenting(SealedVault vault, Engine engine, Casework casework, Renderer renderer, Pause pause, TurnOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>What waits to be answered; where another person may hold the device by now, only whether to go on.</summary>
    internal async Task<TurnReply> ShowAsync(Visit visit, CaseFile file, TurnStatus status, CancellationToken cancellation)
    {
        var now = await casework.WithLettersAsync(file, cancellation);
        return Reply(visit, status, new(file.Language, null, Waiting(visit, file, now), false)) with
        {
            Token = Renewed(visit.Token, TokenUse.Go),
            Untaken = status == TurnStatus.Stale,
            Standing = visit.Stored.Seq,
            Talks = now.OpenTalk is not null,
        };
    }

    /// <summary>The stored answer of a message that comes twice; after ten minutes what waits, since another person may hold the device.</summary>
    internal async Task<TurnReply> AgainAsync(Visit visit, CaseFile file, int seq, CancellationToken cancellation)
    {
        if (!Late(visit) && await vault.Conversations.ReadTurnAsync(visit.Stored, seq, cancellation) is { } turn && StoredTurns.Read(turn) is { } answer)
            return Reply(visit, TurnStatus.Repeated, answer) with { Token = Renewed(visit.Token, TokenUse.Go), Seq = seq, Talks = file.OpenTalk is not null };
        return (await ShowAsync(visit, file, TurnStatus.Repeated, cancellation)) with { Seq = seq };
    }

    /// <summary>The greeting is the same for everybody who has not begun, so no row is made for it.</summary>
    internal TurnReply Greet(Visit visit, CaseFile file, TurnResult greeting)
    {
        var deeds = Deeds.None(file with { Conversation = greeting.Conversation });
        var answer = new StoredAnswer(file.Language, null, renderer.Render(greeting.Messages, deeds), false);
        return Reply(visit, TurnStatus.Done, answer) with { Token = Renewed(visit.Token, TokenUse.New), Trace = options.Trace ? Tracing.Of(deeds, casework) : null };
    }

    /// <summary>The last answer of a conversation that is over.</summary>
    internal TurnReply Last(TurnRequest request, OpenToken token, StoredAnswer answer)
    {
        using var key = token.Key;
        return new(TurnStatus.Repeated, Renewed(token, TokenUse.Go), answer.Language, answer.Said, answer.Messages, answer.Ended, null);
    }

    /// <summary>No words: the status says it.</summary>
    internal TurnReply Plain(TurnRequest request, TurnStatus status, string token) => new(status, token, casework.Greets(request.Languages), null, [], false, null);

    internal static TurnReply Reply(Visit visit, TurnStatus status, StoredAnswer answer) =>
        new(status, visit.Request.Token ?? "", answer.Language, answer.Said, answer.Messages, answer.Ended, null) { Untaken = answer.Untaken };

    internal string Renewed(OpenToken token, TokenUse use) => token.User.Length == 0 ? "" : vault.Tokens.Mint(token.Key, token.User, use, options.TokenLife, token.Origins);

    /// <summary>The model of a step, where it asks; null also where there is none.</summary>
    internal Ask? AskOf(string? step) => engine.Dialogs.Step(step) as Ask;

    /// <summary>The question that a form or a tap answers, of whichever turn; null where it cannot be told.</summary>
    internal async Task<Ask?> AskedAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Request is not { Asked: null, Question: { } turn })
            return AskOf(visit.Request.Asked);
        return await vault.Conversations.ReadTurnAsync(visit.Stored, turn, cancellation) is { } body && StoredTurns.Read(body) is { Messages: [.., var asked] } ? AskOf(asked.Step) : null;
    }

    /// <summary>What was answered to "go on, or stop?"; null where it was neither.</summary>
    internal string? Paused(string text) => pause.Read(text);

    /// <summary>Not in an app, where all of before stands above what is written anyway.</summary>
    internal bool Late(Visit visit) => visit.Request.App is null && visit.Stored.LastTurn is { } last && time.GetUtcNow() - last > Lately;

    /// <summary>Whether it is asked first if somebody is still there.</summary>
    internal bool Pauses(Visit visit) => visit.Request.Asked is Pause.Step || (Late(visit) && !visit.Request.Look);

    /// <summary>The question as it would be answered, in words that know the letters which have come since.</summary>
    private IReadOnlyList<OutMessage> Waiting(Visit visit, CaseFile file, CaseFile now)
    {
        var looks = visit.Request.Look;
        if (Pauses(visit))
            return [pause.Question(file.Language) with { Quiet = looks }];
        return engine.Present(file.Conversation, casework.World(file)) is { } question ? renderer.Render([question with { Quiet = looks }], Deeds.None(now)) : [];
    }
}
