using System.Buffers.Text;
using RemedyBot.Composition;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Turns;

/// <summary>The one message in a messaging app when there is news, by a yes of its own: when it may be asked about, and where it waits.</summary>
public sealed class Rings(LoadedContent content, IRandomness random, TurnOptions options)
{
    /// <summary>All that it says.</summary>
    public const string Text = "apps/ring";

    /// <summary>The question for exactly this message.</summary>
    public const string Question = "ring/may";

    private const string Person = "self";
    private const string Stopped = "stopped-kept";

    /// <summary>Whether the question, or the answer to it, has a place: somebody can answer, the chat is kept, and nobody else looks at the phone.</summary>
    public static bool IsAsked(CaseFile file, CaseView view, DateOnly today) => file is { App: true, Rings: true } && view.Kept
        && view.Last("/safety/device_compromise") is not (["yes"] or ["unknown"])
        && Boxes(file, today).Count > 0;

    /// <summary>Seals it anew where the person has come, so that the next news may bring it; takes it back where it may not go any more. Comes after the letters of the turn.</summary>
    /// <param name="before">The same chat before this turn.</param>
    public (CaseFile File, RingDraft? Draft) Settle(CaseFile before, CaseFile file, CaseView view, DateOnly today)
    {
        List<string> boxes = IsAsked(file, view, today) && IsWanted(file, view) ? Boxes(file, today) : [];
        if (file.Call is not { } call || boxes.Count == 0)
            return file.Ring is null ? (file, null) : (file with { Ring = null }, new(Ids(file.Ring.Boxes), [], default, today));
        if (file.Ring is { } ring && ring.Day == today && ring.Boxes.SequenceEqual(boxes) && !file.HasNews(today) && Known(file) == Known(before))
            return (file, null);
        var until = Held(file, today).Max(h => h.Expires).AddDays(-1);
        var kept = today.AddDays(options.KeptDays);
        var made = call(content.Localizer.Catalog.Render(file.Language, Text), file.Language);
        var parcel = new Parcel(new(Person, made.Channel, ""), HandoffReference.New(random), Box: null, ParcelForm.Ring, (until < kept ? until : kept).AddDays(1), made.Message);
        return (file with { Ring = new(today, boxes) }, new(Ids(file.Ring?.Boxes ?? []), Ids(boxes), parcel.ToJson(), parcel.Expires.AddDays(-1)));
    }

    /// <summary>A stop is a stop: nothing comes by itself after it.</summary>
    private static bool IsWanted(CaseFile file, CaseView view) =>
        view.Answers.LastOrDefault(a => a.Step == Question) is { Values: ["yes"] } && file.Conversation is not { Ended: true, Ending: Stopped };

    private static List<string> Boxes(CaseFile file, DateOnly today) => [.. Held(file, today).Select(h => h.BoxId)];

    /// <summary>What is still to be answered. What is said in a talk that goes on comes by itself.</summary>
    private static IEnumerable<HandedOver> Held(CaseFile file, DateOnly today) =>
        file.Held.Where(h => h is { OneWay: false, BoxKey: not null } && h.Stands(today) && file.OpenTalk?.Handoff?.BoxId != h.BoxId);

    private static int Known(CaseFile file) => file.Held.Sum(h => h.Known.Count);

    private static IReadOnlyList<ReadOnlyMemory<byte>> Ids(IEnumerable<string> boxes) => [.. boxes.Select(b => (ReadOnlyMemory<byte>)Base64Url.DecodeFromChars(b))];
}
