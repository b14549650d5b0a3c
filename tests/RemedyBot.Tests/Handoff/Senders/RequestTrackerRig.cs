using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.RequestTracker;

namespace RemedyBot.Tests.Handoff.Senders;

internal sealed class RequestTrackerRig : SenderRig
{
    internal FakeRequestTracker Fake { get; } = new();

    /// <summary>Its card takes sealed cases only.</summary>
    internal bool SealedOnly { get; init; }

    public override Recipient Recipient => OfCard("request-tracker", SealedOnly);

    public override IReadOnlyList<string> Arrived => [.. Fake.Tickets.Select(ticket => ((string)ticket["Subject"]!)[5..])];

    public override IReadOnlyList<string> Withdrawn => [.. Fake.Said.Where(one => one.Subject.EndsWith("/withdrawal]", StringComparison.Ordinal)).Select(one => one.Subject[1..14])];

    public override IReadOnlyList<string> Reminded => [.. Fake.Said.Where(one => one.Subject.EndsWith("/reminder]", StringComparison.Ordinal)).Select(one => one.Subject[1..14])];

    public override IEnumerable<string> Bytes => Fake.Bytes.Concat(Attachments.In(Fake.Bytes));

    public override IReadOnlyList<Trouble> Impossible => [];

    public override ISender Sender(FakeTimeProvider time) =>
        new RequestTrackerSender(RecipientId, new RequestTrackerSettings(new("https://rt.example/"), FakeRequestTracker.Token, "RemedyBot"), Texts, Fake.Client());

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(Fake.Troubles.Enqueue);
}

/// <summary>Files travel as base64: what is in them counts as bytes too.</summary>
internal static partial class Attachments
{
    internal static IEnumerable<string> In(IEnumerable<string> bytes) => bytes.SelectMany(text => Long().Matches(text).Select(match => Decoded(match.Value)));

    private static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    [GeneratedRegex("[A-Za-z0-9+/]{40,}={0,2}")]
    private static partial Regex Long();
}
