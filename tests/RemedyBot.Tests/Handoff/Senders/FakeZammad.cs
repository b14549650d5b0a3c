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
    private static readonly HashSet<string> TicketFields = ["title", "group", "customer", "priority", "article", "case_ref", "case_urgency"];
    private static readonly HashSet<string> ArticleFields = ["subject", "body", "content_type", "type", "internal", "attachments", "ticket_id"];
    private static readonly HashSet<string> AttachmentFields = ["filename", "data", "mime-type"];

    private readonly List<JsonObject> _tickets = [];
    private readonly List<JsonObject> _articles = [];

    internal IEnumerable<JsonObject> Tickets => _tickets.Where(ticket => (string?)ticket["state"] != "closed");

    internal IReadOnlyList<JsonObject> Articles => _articles;

    internal List<(long Ticket, string Tag)> Tags { get; } = [];

    internal void AgentWrites(int ticket, string html, bool isInternal, string sender = "Agent") => Add(ticket, new JsonObject { ["subject"] = "", ["body"] = html, ["content_type"] = "text/html", ["type"] = "note", ["internal"] = isInternal }, sender);

    protected override bool Changes(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && !request.RequestUri!.AbsolutePath.EndsWith("/tags/add", StringComparison.Ordinal);

    protected override HttpResponseMessage Handle(HttpRequestMessage request, byte[] body)
    {
        if (request.Headers.Authorization?.ToString() != "Token token=" + Token)
            return Error(HttpStatusCode.Unauthorized);
        var path = request.RequestUri!.AbsolutePath.Replace("/api/v1/", "", StringComparison.Ordinal);
        return (request.Method.Method, path.Split('/')) switch
        {
            ("GET", ["tickets", "search"]) => Search(HttpUtility.ParseQueryString(request.RequestUri.Query)["query"]!),
            ("POST", ["tickets"]) => Create(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["tickets", var id]) => Json(HttpStatusCode.OK, _tickets[Number(id) - 1].DeepClone()),
            ("PUT", ["tickets", var id]) => Close(Number(id), JsonNode.Parse(body)!.AsObject()),
            ("POST", ["tags", "add"]) => Tag(JsonNode.Parse(body)!.AsObject()),
            ("POST", ["ticket_articles"]) => AddArticle(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket_articles", "by_ticket", var id]) => Json(HttpStatusCode.OK, new JsonArray([.. _articles.Where(one => (int)one["ticket_id"]! == Number(id)).Select(one => one.DeepClone())])),
            _ => Error(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Search(string query)
    {
        var words = query["title:\"".Length..^1];
        return Json(HttpStatusCode.OK, new JsonArray([.. _tickets.Where(ticket => ((string)ticket["title"]!).Contains(words, StringComparison.Ordinal)).Select(ticket => ticket.DeepClone())]));
    }

    private HttpResponseMessage Create(JsonObject sent)
    {
        var whole = sent.All(field => TicketFields.Contains(field.Key)) && sent["title"] is not null && sent["group"] is not null && sent["customer"] is not null
            && sent["article"] is JsonObject article && IsArticle(article) && (string?)sent["customer"] == "relay@helpline.example";
        if (!whole)
            return Error(HttpStatusCode.UnprocessableEntity);
        var ticket = new JsonObject { ["id"] = _tickets.Count + 1, ["number"] = (22_000 + _tickets.Count).ToString(CultureInfo.InvariantCulture), ["state"] = "new" };
        foreach (var (name, value) in sent.Where(field => field.Key != "article"))
            ticket[name] = value?.DeepClone();
        _tickets.Add(ticket);
        Add(_tickets.Count, (JsonObject)sent["article"]!.DeepClone(), "Agent");
        return Json(HttpStatusCode.Created, ticket.DeepClone());
    }

    private static bool IsArticle(JsonObject article) =>
        article.All(field => ArticleFields.Contains(field.Key))
        && article["internal"] is JsonValue flag && flag.TryGetValue<bool>(out _)
        && (string?)article["type"] == "note"
        && (string?)article["content_type"] is "text/plain" or "text/html"
        && ((JsonArray)article["attachments"]!).OfType<JsonObject>().All(file => file.Count == AttachmentFields.Count && file.All(field => AttachmentFields.Contains(field.Key)));

    private HttpResponseMessage Close(int id, JsonObject sent)
    {
        _tickets[id - 1]["state"] = sent["state"]!.DeepClone();
        return Json(HttpStatusCode.OK, _tickets[id - 1].DeepClone());
    }

    private HttpResponseMessage Tag(JsonObject sent)
    {
        if ((string?)sent["object"] != "Ticket")
            return Error(HttpStatusCode.UnprocessableEntity);
        var tag = ((long)sent["o_id"]!, (string)sent["item"]!);
        if (!Tags.Contains(tag))
            Tags.Add(tag);
        return Json(HttpStatusCode.Created, JsonValue.Create(true));
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
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
