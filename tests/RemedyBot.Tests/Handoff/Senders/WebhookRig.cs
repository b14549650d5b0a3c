using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Webhook;

namespace RemedyBot.Tests.Handoff.Senders;

internal sealed partial class WebhookRig : SenderRig
{
    internal const string Secret = "a secret of at least thirty-two characters";

    internal Receiver Fake { get; } = new();

    public override IReadOnlyList<string> Arrived => [.. Fake.Taken.Where(call => (string)call["type"]! is "case" or "notice").Select(call => (string)call["ref"]!)];

    public override IReadOnlyList<string> Withdrawn => [.. Fake.Taken.Where(call => (string)call["type"]! == "withdrawal").Select(call => (string)call["ref"]!)];

    public override IReadOnlyList<string> Reminded => [.. Fake.Taken.Where(call => (string)call["type"]! == "reminder").Select(call => (string)call["ref"]!)];

    public override IEnumerable<string> Bytes => Fake.Bytes.Concat(Fake.Taken.Select(call => (string?)call["jwe"]).OfType<string>().Select(jwe => Opened(jwe) ?? ""));

    public override ISender Sender(FakeTimeProvider time)
    {
        Fake.Time = time;
        return new WebhookSender(RecipientId, new WebhookSettings(new("https://partner.example/hook"), Secret), time, Fake.Client());
    }

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(Fake.Troubles.Enqueue);

    /// <summary>A partner's program as the schema tells it to be: checks signature, time and shape, and knows ids again.</summary>
    internal sealed partial class Receiver : FakeWeb
    {
        internal List<JsonObject> Taken { get; } = [];

        internal TimeProvider Time { get; set; } = TimeProvider.System;

        protected override bool Changes(HttpRequestMessage request) => true;

        protected override HttpResponseMessage Handle(HttpRequestMessage request, byte[] body)
        {
            string? Header(string name) => request.Content!.Headers.TryGetValues(name, out var values) ? values.Single() : null;
            var id = Header(WebhookSignature.IdHeader);
            if (!WebhookSignature.IsRight(Secret, (Header(WebhookSignature.TimestampHeader), id, Header(WebhookSignature.SignatureHeader)), body, Time.GetUtcNow()))
                return Error(HttpStatusCode.Unauthorized);
            var call = JsonNode.Parse(body)!.AsObject();
            if ((string?)call["id"] != id || !Id().IsMatch(id!))
                return Error(HttpStatusCode.BadRequest);
            if (Taken.Exists(one => (string?)one["id"] == id))
                return Error(HttpStatusCode.Conflict);
            Taken.Add(call);
            return new(HttpStatusCode.NoContent);
        }

        [GeneratedRegex("^RB-[A-Z2-7]{10}/[a-z0-9]+$")]
        private static partial Regex Id();
    }
}
