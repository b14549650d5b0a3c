using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Live;

/// <summary>The talks at the desk. Each is a case with a line of its own: what is said lies where letters and answers lie, and goes with them.</summary>
public sealed class DeskTalks(DeskCases cases, DeskStore store, LiveRoom room)
{
    private const int Tries = 3;

    /// <summary>Those that are not over, the most urgent first, then the longest waiting; whose person was not heard from for long come last.</summary>
    public async Task<IReadOnlyList<OpenTalk>> ListAsync(DeskSession session, CancellationToken cancellation)
    {
        var open = new List<OpenTalk>();
        foreach (var head in (await cases.ListAsync(session, cancellation).ConfigureAwait(false)).Select(line => line.Head).OfType<DeskHead>())
        {
            if (head.Talk is not { Over: false } talk)
                continue;
            // What ends a talk on the person's side is the last thing that they write in it; letters may follow.
            var last = (await store.AnswersAsync(head.Ref, cancellation).ConfigureAwait(false)).TakeLast(DeskDraft.MostAnswers + 1).Select(row => DeskCases.AnswerOf(row, head.Ref, session));
            if (OpenTalk.StageOf(talk, last.OfType<PersonAnswer>()) is var stage && stage.IsOpen())
                open.Add(new(head, talk, stage, [], room.Heard(head.Ref)));
        }

        return [.. open.OrderBy(talk => talk.Heard is null).ThenBy(talk => talk.Head.Urgency ?? "U8", StringComparer.Ordinal).ThenBy(talk => talk.Talk.Since)];
    }

    /// <summary>Null: it is gone, was never there, or is no talk.</summary>
    public async Task<OpenTalk?> OpenAsync(string reference, DeskSession session, CancellationToken cancellation) =>
        await cases.OpenAsync(reference, session, cancellation).ConfigureAwait(false) is { Head: { Talk: { } talk } head, Bundle: { } bundle } opened
            ? new(head, talk, OpenTalk.StageOf(talk, opened.Answers), OpenTalk.Lined(bundle.History, opened.Answers), room.Heard(reference)) { Case = opened }
            : null;

    /// <summary>Takes it, writes, or ends it. A colleague's line written at the same moment takes nothing from this one.</summary>
    public async Task<ActResult> ActAsync(CaseAct act, DeskSession session, CancellationToken cancellation)
    {
        var result = ActResult.Changed;
        for (var tried = 0; tried < Tries && result == ActResult.Changed; tried++)
            result = await cases.ActAsync(act, session, cancellation).ConfigureAwait(false);
        if (result == ActResult.Done && TalkStages.Of(act.State) is TalkEvent.Accepted)
            room.Take(act.Ref, session.Worker);
        return result;
    }
}
