using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>
/// T17: whatever was answered and whatever was consented to, no field outside the consented groups is in the bytes of any sender. The case comes
/// to the outbox as a turn brings it there; what stands in the bytes is judged by where it stands, so that a bare "yes" is seen too.
/// </summary>
public sealed partial class ConsentedBytesTests
{
    /// <summary>What is written of a case outside its projection: a ticket's fields, the line in the desk's list.</summary>
    private static readonly Dictionary<string, string[]> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Urgency"] = ["g3"],
        ["HarmTypes"] = ["g3"],
        ["Language"] = ["g1"],
        ["urgency"] = ["g3"],
        ["harm"] = ["g3"],
        // The first language named, else that of the person's own words.
        ["language"] = ["g1", "g4"],
    };

    [Property(MaxTest = 12)]
    public Property No_sender_sends_what_was_not_consented_to() => Prop.ForAll(
        RandomAnswers.Any.Zip(Gen.SubListOf(Enumerable.Range(1, 13).Select(g => $"g{g}").ToArray())).ToArbitrary(),
        given =>
        {
            foreach (var kind in Rigs.Names)
                CheckAsync(kind, given.Item1, [.. given.Item2]).GetAwaiter().GetResult();
            return true;
        });

    private static async Task CheckAsync(string kind, IReadOnlyList<Answer> answers, IReadOnlyList<string> groups)
    {
        await using var it = await Underway.OpenAsync(kind);
        var yes = new OneYes(it, answers, groups);
        var prepared = yes.HandOver();
        await SendEverythingAsync(it, prepared);
        var all = it.Rig.Bytes.ToList();
        all.AddRange(all.Select(it.Rig.Opened).OfType<string>().ToList());
        Assert.Contains(all, bytes => bytes.Contains(prepared.Ref, StringComparison.Ordinal));
        var given = groups.Except(ConsentRules.OwnYesNeeded(yes.Summary!, groups)).ToHashSet(StringComparer.Ordinal);
        var projections = new List<JsonObject>();
        foreach (var document in all.SelectMany(Documents))
            CheckParts(document, $"{kind} with {string.Join(',', given)}", given, projections);
        // Free words stand in what people read too: there nothing says where, but each is one of a kind.
        var told = projections.SelectMany(projection => Canary().Matches(projection.ToJsonString()).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(projections);
        Assert.Empty(all.SelectMany(bytes => Canary().Matches(bytes).Select(match => match.Value)).Except(told));
    }

    /// <summary>All that ever goes to a recipient about a case: the case, an answer, word of the end of the consent, word that something waits, the withdrawal.</summary>
    private static async Task SendEverythingAsync(Underway it, PreparedHandoff prepared)
    {
        var (parcel, expires) = (prepared.Parcel, prepared.Parcel.Expires);
        var means = new HandoffMeans(it.Desk.Sign, ADesk.Random) { Now = it.Desk.Time.GetUtcNow() };
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

    private static void CheckParts(JsonNode? node, string where, IReadOnlySet<string> given, List<JsonObject> projections)
    {
        switch (node)
        {
            case JsonObject projection when projection["schema"]?.ToString() == CaseSummary.Version:
                projections.Add(projection);
                CheckFields(projection, "", where, given);
                break;
            case JsonObject part:
                foreach (var (name, value) in part)
                {
                    Assert.False(value is not null && Elsewhere.TryGetValue(name, out var needed) && !needed.Any(given.Contains), $"{where}: {name} is there");
                    CheckParts(value, where, given, projections);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                    CheckParts(item, where, given, projections);
                break;
        }
    }

    private static void CheckFields(JsonNode? node, string path, string where, IReadOnlySet<string> given)
    {
        switch (node)
        {
            case JsonObject part:
                foreach (var (name, value) in part)
                    CheckFields(value, $"{path}/{name}", where, given);
                break;
            case JsonArray list:
                foreach (var item in list)
                    CheckFields(item, item is JsonObject ? path + "/-" : path, where, given);
                break;
            default:
                // What a consent says of a group is that group's.
                var group = path == "/consent/-/may_contact_person" && node!.GetValue<bool>() ? "g2"
                    : path == "/consent/-/text_lang" ? "g1" : FieldTable.Current.Find(path)!.Group;
                Assert.True(group is "envelope" or "consent" || given.Contains(group), $"{where}: {path} is there");
                break;
        }
    }

    /// <summary>Every JSON object that stands in a text, whatever is around it.</summary>
    private static List<JsonNode> Documents(string text)
    {
        var (bytes, found) = (Encoding.UTF8.GetBytes(text), new List<JsonNode>());
        for (var at = bytes.AsSpan().IndexOf((byte)'{'); at >= 0 && at < bytes.Length;)
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(at));
            var next = at + 1;
            try
            {
                found.Add(JsonNode.Parse(ref reader)!);
                next = at + (int)reader.BytesConsumed;
            }
            catch (JsonException)
            {
                // A brace of something else.
            }

            var further = bytes.AsSpan(next).IndexOf((byte)'{');
            at = further < 0 ? -1 : next + further;
        }

        return found;
    }

    [GeneratedRegex(RandomAnswers.Canary + @"-\d{3}")]
    private static partial Regex Canary();
}
