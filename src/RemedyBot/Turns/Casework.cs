using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using Engine = RemedyBot.Dialogs.Turns.Engine;
using Stored = RemedyBot.Storage.Vault.Conversation;

namespace RemedyBot.Turns;

/// <summary>Carries out what the engine asks of the world. The one switch over effects; everything lands in the turn's one commit.</summary>
public sealed class Casework(
    LoadedContent content, Engine engine, SealedVault vault, IRecipients recipients, HandoffWork handoffs, TalkTurns talks, IRandomness randomness, TurnOptions options, TimeProvider time)
{
    private const int CaseIdBytes = 16;
    private static readonly TimeSpan Moving = TimeSpan.FromHours(1);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public CaseFile Begin(IReadOnlyList<string> languages)
    {
        Span<byte> id = stackalloc byte[CaseIdBytes];
        randomness.Fill(id);
        return new() { Conversation = new(), CaseId = CaseId.From(id), Created = Today, Greeted = Greets(languages) };
    }

    /// <summary>The language to greet in: what the device prefers, among those offered.</summary>
    public string Greets(IReadOnlyList<string> languages) => content.Localizer.Negotiator.Best(languages, options.Drafts);

    public IWorld World(CaseFile file) => new CaseWorld(file, content, new(recipients, file, Today), handoffs.Translations, talks.View, options, Today);

    public CaseView View(CaseFile file) => new(file, Engine.Answers(file.Conversation), content, Today);

    /// <summary>The file with every letter that has come to its boxes.</summary>
    public Task<CaseFile> WithLettersAsync(CaseFile file, CancellationToken cancellation) => handoffs.WithLettersAsync(file, vault.Letters, cancellation);

    /// <summary>What an answer needs before it is thought about.</summary>
    public Task PrepareAsync(CaseFile file, Message? asked, Input input, CancellationToken cancellation) => handoffs.PrepareAsync(file, (asked, input), () => View(file), cancellation);

    /// <summary>One turn of the engine.</summary>
    public TurnResult Think(CaseFile file, Input input, IReadOnlySet<string> signals, IWorld world, Look look) => talks.Think(file, input, signals, world, look);

    public async Task<Deeds> ActAsync(CaseFile before, TurnResult result, Stored stored, CancellationToken cancellation)
    {
        var file = before with { Conversation = result.Conversation, ShowsCode = false };
        var (items, kept, talk) = Standing.Of(engine.Dialogs, result.Conversation);
        var view = View(file);
        (file, var drafts, var withdrawals) = handoffs.Reconcile(file, items, view, talk);
        var (keeps, moves, erases, forgets) = (false, false, false, false);
        var further = new List<OutboxDraft>();
        foreach (var effect in result.Effects)
        {
            switch (effect.Kind)
            {
                case EffectKind.Handoff: break; // Reconciled above: a consent and its handoff are never apart.
                case EffectKind.Reply or EffectKind.Talk or EffectKind.HangUp: file = talks.Do(file, effect, view, further); break;
                case EffectKind.Keep: keeps = true; break;
                case EffectKind.Move: moves = true; break;
                case EffectKind.Erase: erases = true; break;
                case EffectKind.Forget: forgets = true; break;
                default: throw new DialogException("An effect has nobody who carries it out.");
            }
        }
        if (result.Conversation.Ended)
            file = talks.End(file, further);
        if (erases || forgets)
            return new(file, Deeds.None(file).Commit) { Gone = handoffs.Gone(file, withdraw: erases, further), Erased = erases };
        var heard = await talks.HearAsync(before, file, result, further, World, cancellation);
        var code = keeps || moves ? await vault.Codes.MintAsync(cancellation) : null;
        (file, var ring) = handoffs.Settle(before, heard.File with { ShowsCode = code is not null }, view, (drafts, withdrawals));
        var commit = new TurnCommit
        {
            Payload = ReadOnlyMemory<byte>.Empty,
            Stop = result.Conversation.Ended,
            ShowCode = code,
            CodeUntil = moves && !keeps ? time.GetUtcNow() + Moving : null,
            RemoveCode = !kept && !moves && stored.CodeLookup is not null && !(stored.CodeUntil > time.GetUtcNow()),
            CodeConfirmed = result.Conversation.Log.Exists(e => e.Step is "keep/code" or "keep/code-app" && e.Values is ["confirmed"]),
            Outbox = [.. drafts, .. further],
            Withdrawals = withdrawals,
            Ring = ring,
            LettersRead = heard.Letters,
            Boxes = handoffs.Boxes(file),
        };
        return new(file, commit) { Code = code?.ToDisplay(), View = view, Heard = heard };
    }
}
