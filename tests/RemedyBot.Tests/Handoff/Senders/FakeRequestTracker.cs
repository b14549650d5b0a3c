using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>RT 5's REST2 as far as it was tried against the real one, which the end-to-end tests run.</summary>
internal sealed partial class FakeRequestTracker : FakeWeb
{
    internal const string Token = "rt-token";
    private const string Us = "remedybot";
    private readonly List<JsonObject> _tickets = [];
    private readonly List<Transaction> _said = [];
    private readonly List<Part> _parts = [];

    internal IEnumerable<JsonObject> Tickets => _tickets.Where(ticket => (string?)ticket["Status"] != "rejected");

    internal IEnumerable<Transaction> Said => _said.Where(one => one.Type is "Correspond" or "Comment");

    /// <summary>Custom fields that this installation does not have.</summary>
    internal HashSet<string> Unknown { get; } = [];

    /// <summary>Custom fields of all queues that have the same name as one of the queue's own.</summary>
    internal HashSet<string> Doubled { get; } = [];

    /// <summary>It shows custom fields without their values.</summary>
    internal bool Bare { get; set; }

    /// <summary>To whom a rule gives each ticket of ours as it is made.</summary>
    internal string OwnerByRule { get; set; } = "Nobody";

    /// <summary>Tickets that our access may not see any more.</summary>
    internal HashSet<int> Hidden { get; } = [];

    internal JsonObject Ticket(int ticket) => _tickets[ticket - 1];

    internal void StaffReplies(int ticket, string html) => Writes(ticket, "alice", ("", "text/html", html));

    /// <summary>What somebody says in a ticket; each part has a name (or none), a type and content.</summary>
    internal void Writes(int ticket, string author, params (string Name, string Type, string Content)[] parts)
    {
        var said = Add(ticket, "Correspond", author, "Re: it", "", "");
        _parts.AddRange(parts.Select((part, i) => new Part((said.Id * 10) + i, said.Id, "", part.Name, part.Type, part.Content)));
    }

    internal void SetStatus(int ticket, string status) => Ticket(ticket)["Status"] = status;

    internal void SetOwner(int ticket, string owner) => Ticket(ticket)["Owner"] = User(owner);

    internal void Move(int ticket, string queue) => Ticket(ticket)["Queue"] = queue;

    /// <summary>As staff do: each ticket's history stays its own, and both say when it was.</summary>
    internal void Merge(int ticket, int into)
    {
        Ticket(ticket)["EffectiveId"] = into;
        Add(ticket, "AddLink", "alice", "", "", "");
        Add(into, "AddLink", "alice", "", "", "");
    }

    /// <summary>A ticket that others opened, by mail for instance.</summary>
    internal int Opened(string subject, string by, string? requestor = null)
    {
        _tickets.Add(new JsonObject
        {
            ["id"] = _tickets.Count + 1,
            ["EffectiveId"] = _tickets.Count + 1,
            ["Queue"] = "RemedyBot",
            ["Subject"] = subject,
            ["Status"] = "new",
            ["Creator"] = User(by),
            ["Owner"] = User("Nobody"),
            ["Requestor"] = new JsonArray([.. new[] { requestor }.OfType<string>().Select(User)]),
            ["Cc"] = new JsonArray(),
            ["CustomFields"] = new JsonArray(),
        });
        return _tickets.Count;
    }

    protected override bool Changes(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && !request.RequestUri!.AbsolutePath.EndsWith("/transactions", StringComparison.Ordinal);

    protected override HttpResponseMessage Handle(HttpRequestMessage request, byte[] body)
    {
        if (request.Headers.Authorization?.ToString() != "token " + Token)
            return Error(HttpStatusCode.Unauthorized);
        var path = request.RequestUri!.AbsolutePath.Replace("/REST/2.0/", "", StringComparison.Ordinal);
        var asked = HttpUtility.ParseQueryString(request.RequestUri.Query);
        return (request.Method.Method, path.Split('/')) switch
        {
            ("GET", ["tickets"]) => Seen(Found(asked["query"]!)),
            ("POST", ["ticket"]) => Create(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket", var id]) => Show(Number(id)),
            ("PUT", ["ticket", var id]) => Update(Number(id), JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket", var id, "attachments"]) => Items(_said.Where(one => Effective(one.Ticket) == Effective(Number(id))).Select(one => new JsonObject { ["id"] = one.Id, ["Subject"] = one.Subject })),
            ("POST", ["ticket", var id, "correspond"]) => Say(Effective(Number(id)), "Correspond", JsonNode.Parse(body)!.AsObject()),
            ("POST", ["ticket", var id, "comment"]) => Say(Effective(Number(id)), "Comment", JsonNode.Parse(body)!.AsObject()),
            ("POST", ["transactions"]) => Transactions(HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body))["query"]!),
            ("GET", ["transaction", var id, "attachments"]) => Items(_parts.Where(part => part.Transaction == Number(id)).Select(part => part.Json(asked["fields"]!.Split(',')))),
            ("GET", ["attachment", var id]) => Json(HttpStatusCode.OK, new JsonObject { ["Content"] = _parts.Single(part => part.Id == Number(id)).Base64 }),
            ("GET", ["user", var name]) => Json(HttpStatusCode.OK, new JsonObject { ["Name"] = name, ["Privileged"] = Uri.UnescapeDataString(name).Contains('@', StringComparison.Ordinal) ? 0 : 1 }),
            _ => Error(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Found(string query)
    {
        var subject = SubjectClause().Match(query).Groups[1].Value;
        var field = FieldClause().Match(query).Groups[1].Value;
        var queue = QueueClause().Match(query).Groups[1].Value;
        var found = _tickets.Where(ticket => !Hidden.Contains((int)ticket["id"]!)
            && (queue.Length == 0 || (string?)ticket["Queue"] == queue)
            && (!query.Contains("Creator='__CurrentUser__'", StringComparison.Ordinal) || (string?)ticket["Creator"]!["id"] == Us)
            && (query.Contains("EffectiveId", StringComparison.Ordinal) || (int)ticket["EffectiveId"]! == (int)ticket["id"]!)
            && ((subject.Length > 0 && ((string)ticket["Subject"]!).Contains(subject, StringComparison.Ordinal)) || Holds(ticket, field)));
        return Items(found.Select(ticket => new JsonObject { ["id"] = ticket["id"]!.ToString(), ["EffectiveId"] = ticket["EffectiveId"]!.ToString(), ["Status"] = (string?)ticket["Status"] }));
    }

    private static bool Holds(JsonObject ticket, string reference) =>
        ticket["CustomFields"]!.AsArray().Any(field => (string?)field!["name"] == "CaseRef" && field["values"]!.AsArray().Any(value => (string?)value == reference));

    private HttpResponseMessage Show(int id) => id > _tickets.Count ? Error(HttpStatusCode.NotFound)
        : Hidden.Contains(Effective(id)) ? Error(HttpStatusCode.Forbidden)
        : Json(HttpStatusCode.OK, Ticket(Effective(id)).DeepClone());

    private HttpResponseMessage Create(JsonObject sent)
    {
        if ((string?)sent["Queue"] != "RemedyBot" || sent.ContainsKey("Requestor"))
            return Error(HttpStatusCode.Forbidden);
        var ticket = Ticket(Opened((string)sent["Subject"]!, Us));
        SetOwner(_tickets.Count, OwnerByRule);
        foreach (var (name, value) in ((JsonObject)sent["CustomFields"]!).Where(field => !Unknown.Contains(field.Key)))
            ticket["CustomFields"]!.AsArray().Add(new JsonObject { ["name"] = name, ["values"] = value is JsonArray list ? list.DeepClone() : new JsonArray(value!.DeepClone()) });
        foreach (var name in Doubled)
            ticket["CustomFields"]!.AsArray().Add(new JsonObject { ["name"] = name, ["values"] = new JsonArray() });
        foreach (var field in ticket["CustomFields"]!.AsArray().Where(_ => Bare))
            field!.AsObject().Remove("values");
        return Json(HttpStatusCode.Created, new JsonObject { ["id"] = ticket["id"]!.ToString(), ["type"] = "ticket" });
    }

    private HttpResponseMessage Update(int id, JsonObject sent)
    {
        SetStatus(id, (string)sent["Status"]!);
        return Json(HttpStatusCode.OK, new JsonArray("ok"));
    }

    private HttpResponseMessage Say(int id, string how, JsonObject sent)
    {
        Add(id, how, Us, (string)sent["Subject"]!, (string)sent["Content"]!, (string)sent["ContentType"]!);
        if ((string?)sent["Status"] is { } status)
            SetStatus(id, status);
        return Json(HttpStatusCode.Created, new JsonArray("Correspondence added"));
    }

    private Transaction Add(int ticket, string type, string author, string subject, string content, string contentType)
    {
        var added = new Transaction(100 + _said.Count, ticket, type, author, subject, content);
        _said.Add(added);
        if (content.Length > 0)
            _parts.Add(new Part(added.Id * 10, added.Id, subject, "", contentType, content));
        return added;
    }

    private HttpResponseMessage Transactions(string query)
    {
        var type = TypeClause().Match(query).Groups[1].Value;
        var after = AfterClause().Match(query) is { Success: true } match ? Number(match.Groups[1].Value) : 0;
        var places = PlaceClause().Matches(query).Select(place => (Ticket: Number(place.Groups[1].Value), After: place.Groups[2].Success ? Number(place.Groups[2].Value) : 0)).ToList();
        return Items(_said.Where(one => one.Type == type && one.Id > after && places.Exists(place => place.Ticket == one.Ticket && one.Id > place.After))
            .Select(one => new JsonObject { ["id"] = one.Id.ToString(CultureInfo.InvariantCulture), ["Creator"] = User(one.Author) }));
    }

    private int Effective(int ticket) => (int)Ticket(ticket)["EffectiveId"]!;

    private static JsonObject User(string name) => new() { ["type"] = "user", ["id"] = name };

    private static HttpResponseMessage Items(IEnumerable<JsonObject> items) => Json(HttpStatusCode.OK, new JsonObject { ["items"] = new JsonArray([.. items]), ["pages"] = null, ["total"] = null });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("Subject LIKE '([^']+)'")]
    private static partial Regex SubjectClause();

    [GeneratedRegex(@"'CF\.\{CaseRef\}'='([^']+)'")]
    private static partial Regex FieldClause();

    [GeneratedRegex("Queue='([^']+)'")]
    private static partial Regex QueueClause();

    [GeneratedRegex(@"\bType='(\w+)'")]
    private static partial Regex TypeClause();

    [GeneratedRegex(@"AND id > (\d+)$")]
    private static partial Regex AfterClause();

    [GeneratedRegex(@"TicketId=(\d+)(?: AND id > (\d+)\))?")]
    private static partial Regex PlaceClause();

    internal sealed record Transaction(int Id, int Ticket, string Type, string Author, string Subject, string Content);

    private sealed record Part(int Id, int Transaction, string Subject, string Name, string Type, string Content)
    {
        internal string Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(Content));

        internal JsonObject Json(IReadOnlyList<string> fields)
        {
            var all = new JsonObject
            {
                [nameof(Subject)] = Subject,
                ["ContentType"] = Type,
                [nameof(Content)] = Type.StartsWith("text/", StringComparison.Ordinal) ? Content : Base64,
                ["Filename"] = Name,
                ["ContentLength"] = Encoding.UTF8.GetByteCount(Content).ToString(CultureInfo.InvariantCulture),
            };
            foreach (var (name, _) in all.Where(field => !fields.Contains(field.Key)).ToList())
                all.Remove(name);
            all["id"] = Id.ToString(CultureInfo.InvariantCulture);
            return all;
        }
    }
}
