using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Tests.Remedy;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>T17: whatever was written and whatever was consented to, no value outside the consented groups is in the bytes of any sender.</summary>
public sealed class ConsentedBytesTests
{
    private const int LeastLetters = 5;

    [Property(MaxTest = 15)]
    public Property No_sender_sends_what_was_not_consented_to() => Prop.ForAll(
        RandomSummary.Any.Zip(Gen.SubListOf(Enumerable.Range(1, 13).Select(g => $"g{g}").ToArray())).ToArbitrary(),
        given =>
        {
            foreach (var kind in Rigs.Names)
                CheckAsync(kind, given.Item1, [.. given.Item2]).GetAwaiter().GetResult();
            return true;
        });

    private static async Task CheckAsync(string kind, CaseSummary summary, IReadOnlyList<string> groups)
    {
        // Words of the protocol itself ("group", "message") may also be a value of some field: what is there when nothing is consented to says nothing.
        var (always, _) = await BytesAsync(kind, summary with { Person = null }, []);
        var (bytes, given) = await BytesAsync(kind, summary, groups);
        foreach (var value in Leaves(SummaryJson.ToNode(summary)).Where(value => value.Length >= LeastLetters && !given.Contains(value, StringComparison.Ordinal) && !Holds(always, value)))
            Assert.False(Holds(bytes, value), $"{kind} sent a value of another group: {value}");
    }

    private static async Task<(string Bytes, string Given)> BytesAsync(string kind, CaseSummary summary, IReadOnlyList<string> groups)
    {
        await using var it = await Underway.OpenAsync(kind);
        var reference = HandoffReference.New(ADesk.Random);
        var node = SummaryJson.ToNode(Projection.Preview(summary, Columns.For("desk"), groups, reference));
        var projection = node.ToJsonString();
        var terms = it.Desk.Terms() with { Groups = groups };
        var means = new HandoffMeans(it.Desk.Sign, ADesk.Random) { Readable = text => text, Now = it.Desk.Time.GetUtcNow() };
        var prepared = HandoffPreparation.Prepare(reference, projection, it.Rig.Recipient, terms, means);
        await SendEverythingAsync(it, prepared, means);
        var all = it.Rig.Bytes.ToList();
        var bytes = string.Join('\n', all.Concat(all.Select(it.Rig.Opened).OfType<string>()));
        Assert.Contains(reference, bytes, StringComparison.Ordinal);
        // The receipt says to whom, by whom and for what, and names of fields are words too.
        var receipt = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(prepared.ReceiptJws.Split('.')[1]));
        return (bytes, string.Join('\n', Leaves(node).Concat([projection, receipt])));
    }

    /// <summary>All that ever goes to a recipient about a case: the case, an answer, word of the end of the consent, word that something waits, the withdrawal.</summary>
    private static async Task SendEverythingAsync(Underway it, PreparedHandoff prepared, HandoffMeans means)
    {
        var (parcel, expires) = (prepared.Parcel, prepared.Parcel.Expires);
        var answer = PersonAnswer.Prepare(new HandoffRoute(it.Rig.Recipient, prepared.Ref, expires), "!!", 1, it.Desk.Today, means);
        Parcel[] all =
        [
            parcel, answer, Parcel.OfReminder(parcel.Recipient, prepared.Ref, expires),
            new(parcel.Recipient, HandoffReference.New(ADesk.Random), null, ParcelForm.Notice, expires, ""), it.Withdrawal(prepared),
        ];
        Assert.Equal(it.Sender.StaysHere ? [parcel, answer, all[^1]] : all, all.Where(it.Sender.Takes));
        foreach (var one in all.Where(it.Sender.Takes))
        {
            await it.SendAsync(one);
            // A courier takes it at once: nothing is left to be taken back.
            Assert.NotEmpty(it.Rig.Bytes);
        }
    }

    // As a word of its own: a short word may stand within the letters of something sealed.
    private static bool Holds(string bytes, string value) => bytes.Contains($"\"{value}\"", StringComparison.Ordinal) || bytes.Contains($" {value}", StringComparison.Ordinal);

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => Leaves(member.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
