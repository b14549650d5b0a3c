using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>
/// Zammad's API as its public documentation describes it: every field that is sent has to be one of the documented ones and of the documented
/// type, and a ticket needs what the documentation calls required.
/// </summary>
internal sealed class FakeZammad : FakeWeb
{
    internal const string Token = "zammad-token";
    private const int Us = 3;
    private static readonly HashSet<string> TicketFields = ["title", "group", "customer", "priority", "article", "tags", "case_ref", "case_urgency"];
    private static readonly HashSet<string> ArticleFields = ["subject", "body", "content_type", "type", "internal", "attachments", "ticket_id"];
    private static readonly HashSet<string> AttachmentFields = ["filename", "data", "mime-type"];

    private readonly List<JsonObject> _tickets = [];
    private readonly List<JsonObject> _articles = [];
    private readonly Dictionary<int, string> _files = [];
    private readonly List<(int Ticket, JsonObject Entry)> _history = [];

    internal IEnumerable<JsonObject> Tickets => _tickets.Where(ticket => (string?)ticket["state"] != "closed");

    internal IReadOnlyList<JsonObject> Articles => _articles;

    internal List<(long Ticket, string Tag)> Tags { get; } = [];

    /// <summary>How it searches: in its database, as installed without Elasticsearch, or in an index, which knows single fields and comes later.</summary>
    internal SearchKind Kind { get; set; }

    /// <summary>Whether it, or our access, is answered when it asks the database by a condition.</summary>
    internal bool TakesConditions { get; set; } = true;

    /// <summary>To whom a rule gives each ticket of ours as it is made; 1 for nobody.</summary>
    internal int OwnerByRule { get; set; } = 1;

    /// <summary>Our access may not see what happened in a ticket.</summary>
    internal bool HidesHistory { get; set; }

    /// <summary>What staff do right after a call of ours was answered, whose path ends so; once.</summary>
    internal (string After, Action Does)? Meanwhile { get; set; }

    internal JsonObject Ticket(int ticket) => _tickets[ticket - 1];

    internal void AgentWrites(int ticket, string html, bool isInternal, string sender = "Agent", params (string Name, string Type, string Content)[] files) => Add(
        ticket,
        new JsonObject { ["subject"] = "", ["body"] = html, ["content_type"] = "text/html", ["type"] = "note", ["internal"] = isInternal, ["attachments"] = new JsonArray([.. files.Select(File)]) },
        sender);

    /// <summary>A ticket that others opened, by mail for instance.</summary>
    internal int Opened(string title, int by)
    {
        _tickets.Add(new JsonObject
        {
            ["id"] = _tickets.Count + 1,
            ["number"] = (22_000 + _tickets.Count).ToString(CultureInfo.InvariantCulture),
            ["state"] = "new",
            ["title"] = title,
            ["created_by_id"] = by,
            ["owner_id"] = 1,
        });
        return _tickets.Count;
    }

    /// <summary>As staff do: the articles move, with their numbers, and one stays that says so. The histories stay as they were.</summary>
    internal void Merge(int ticket, int into)
    {
        foreach (var article in _articles.Where(article => (int)article["ticket_id"]! == ticket))
            article["ticket_id"] = into;
        _history.Add((into, new JsonObject { ["object"] = "Ticket", ["o_id"] = into, ["type"] = "received_merge", ["id_from"] = ticket, ["id_to"] = into }));
        _history.Add((ticket, new JsonObject { ["object"] = "Ticket", ["o_id"] = ticket, ["type"] = "merged_into", ["id_from"] = ticket, ["id_to"] = into }));
        AgentWrites(ticket, "merged", isInternal: false);
        Ticket(ticket)["state"] = "merged";
    }

    protected override bool Changes(HttpRequestMessage request) => request.Method == HttpMethod.Post;

    protected override HttpResponseMessage Handle(HttpRequestMessage request, byte[] body)
    {
        var answer = Answer(request, body);
        if (Meanwhile is (var after, var does) && request.RequestUri!.AbsolutePath.EndsWith(after, StringComparison.Ordinal))
        {
            Meanwhile = null;
            does();
        }

        return answer;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        if (request.Headers.Authorization?.ToString() != "Token token=" + Token)
            return Error(HttpStatusCode.Unauthorized);
        var path = request.RequestUri!.AbsolutePath.Replace("/api/v1/", "", StringComparison.Ordinal);
        var asked = HttpUtility.ParseQueryString(request.RequestUri.Query);
        return (request.Method.Method, path.Split('/')) switch
        {
            ("GET", ["users", "me"]) => Json(HttpStatusCode.OK, new JsonObject { ["id"] = Us }),
            ("GET", ["tickets", "search"]) when asked["query"] is { } query => Seen(Listed(_tickets.Where(ticket => IsFound(ticket, query)))),
            ("GET", ["tickets", "search"]) => TakesConditions ? Seen(Listed(_tickets.Where(ticket => Has(ticket["title"], asked["condition[ticket.title][value]"]!)))) : Error(HttpStatusCode.UnprocessableEntity),
            ("POST", ["tickets"]) => Create(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["tickets", var id]) => Json(HttpStatusCode.OK, Ticket(Number(id)).DeepClone()),
            ("PUT", ["tickets", var id]) => Update(Number(id), JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket_history", var id]) => HidesHistory ? Error(HttpStatusCode.Forbidden) : Json(HttpStatusCode.OK, History(Number(id))),
            ("POST", ["ticket_articles"]) => AddArticle(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket_articles", "by_ticket", var id]) => Listed(_articles.Where(one => (int)one["ticket_id"]! == Number(id))),
            ("GET", ["ticket_attachment", _, _, var file]) => new(HttpStatusCode.OK) { Content = new StringContent(_files[Number(file)]) },
            _ => Error(HttpStatusCode.NotFound),
        };
    }

    private bool IsFound(JsonObject ticket, string query) => Kind switch
    {
        SearchKind.Late => false,
        SearchKind.Index when query.StartsWith("title:", StringComparison.Ordinal) => Has(ticket["title"], query["title:\"".Length..^1]),
        _ => Has(ticket["title"], query) || _articles.Exists(article => (int)article["ticket_id"]! == (int)ticket["id"]! && (Has(article["subject"], query) || Has(article["body"], query))),
    };

    private static bool Has(JsonNode? text, string words) => ((string?)text)?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static HttpResponseMessage Listed(IEnumerable<JsonObject> all) => Json(HttpStatusCode.OK, new JsonArray([.. all.Select(one => one.DeepClone())]));

    private JsonObject History(int ticket) => new() { ["history"] = new JsonArray([.. _history.Where(one => one.Ticket == ticket).Select(one => one.Entry.DeepClone())]), ["assets"] = new JsonObject() };

    private JsonObject File((string Name, string Type, string Content) file)
    {
        _files[_files.Count + 1] = file.Content;
        var size = System.Text.Encoding.UTF8.GetByteCount(file.Content).ToString(CultureInfo.InvariantCulture);
        return new() { ["id"] = _files.Count, ["filename"] = file.Name, ["size"] = size, ["preferences"] = new JsonObject { ["Content-Type"] = file.Type } };
    }

    private HttpResponseMessage Create(JsonObject sent)
    {
        var whole = sent.All(field => TicketFields.Contains(field.Key)) && sent["title"] is not null && sent["group"] is not null && sent["customer"] is not null
            && sent["article"] is JsonObject article && IsArticle(article) && (string?)sent["customer"] == "relay@helpline.example";
        if (!whole)
            return Error(HttpStatusCode.UnprocessableEntity);
        var ticket = Ticket(Opened((string)sent["title"]!, Us));
        foreach (var (name, value) in sent.Where(field => field.Key is not ("article" or "tags")))
            ticket[name] = value?.DeepClone();
        ticket["owner_id"] = OwnerByRule;
        foreach (var tag in ((string?)sent["tags"])?.Split(',') ?? [])
            Tags.Add((_tickets.Count, tag));
        Add(_tickets.Count, (JsonObject)sent["article"]!.DeepClone(), "Agent");
        return Json(HttpStatusCode.Created, ticket.DeepClone());
    }

    private static bool IsArticle(JsonObject article) =>
        article.All(field => ArticleFields.Contains(field.Key))
        && article["internal"] is JsonValue flag && flag.TryGetValue<bool>(out _)
        && (string?)article["type"] == "note"
        && (string?)article["content_type"] is "text/plain" or "text/html"
        && ((JsonArray)article["attachments"]!).OfType<JsonObject>().All(file => file.Count == AttachmentFields.Count && file.All(field => AttachmentFields.Contains(field.Key)));

    private HttpResponseMessage Update(int id, JsonObject sent)
    {
        Ticket(id)["state"] = sent["state"]!.DeepClone();
        if (sent["article"] is JsonObject article)
            Add(id, (JsonObject)article.DeepClone(), "Agent");
        return Json(HttpStatusCode.OK, Ticket(id).DeepClone());
    }

    private HttpResponseMessage AddArticle(JsonObject sent)
    {
        if (!IsArticle(sent) || sent["ticket_id"] is null)
            return Error(HttpStatusCode.UnprocessableEntity);
        Add((int)sent["ticket_id"]!, sent, "Agent");
        return Json(HttpStatusCode.Created, new JsonObject { ["id"] = _articles.Count });
    }

    private void Add(int ticket, JsonObject article, string sender)
    {
        article["id"] = _articles.Count + 1;
        article["ticket_id"] = ticket;
        article["sender"] = sender;
        _articles.Add(article);
        _history.Add((ticket, new JsonObject { ["object"] = "Ticket::Article", ["o_id"] = _articles.Count, ["type"] = "created", ["related_object"] = "Ticket", ["related_o_id"] = ticket }));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
