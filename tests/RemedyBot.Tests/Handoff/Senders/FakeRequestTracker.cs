using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>RT 5's REST2 as far as it was tried against the real one, which the end-to-end tests run.</summary>
internal sealed class FakeRequestTracker : FakeWeb
{
    internal const string Token = "rt-token";
    private readonly List<JsonObject> _tickets = [];
    private readonly List<(int Id, int Ticket, string Subject, string Content, string Type)> _said = [];

    internal IEnumerable<JsonObject> Tickets => _tickets.Where(ticket => (string?)ticket["Status"] != "rejected");

    internal IReadOnlyList<(int Id, int Ticket, string Subject, string Content, string Type)> Said => _said;

    /// <summary>Custom fields that this installation does not have.</summary>
    internal HashSet<string> Unknown { get; } = [];

    internal void StaffReplies(int ticket, string html) => _said.Add((100 + _said.Count, ticket, "Re: it", html, "text/html"));

    internal void SetStatus(int ticket, string status) => _tickets[ticket - 1]["Status"] = status;

    protected override bool Changes(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && !request.RequestUri!.AbsolutePath.EndsWith("/transactions", StringComparison.Ordinal);

    protected override HttpResponseMessage Handle(HttpRequestMessage request, byte[] body)
    {
        if (request.Headers.Authorization?.ToString() != "token " + Token)
            return Error(HttpStatusCode.Unauthorized);
        var path = request.RequestUri!.AbsolutePath.Replace("/REST/2.0/", "", StringComparison.Ordinal);
        return (request.Method.Method, path.Split('/')) switch
        {
            ("GET", ["tickets"]) => Found(HttpUtility.ParseQueryString(request.RequestUri.Query)["query"]!),
            ("POST", ["ticket"]) => Create(JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket", var id]) => Json(HttpStatusCode.OK, _tickets[Number(id) - 1].DeepClone()),
            ("PUT", ["ticket", var id]) => Update(Number(id), JsonNode.Parse(body)!.AsObject()),
            ("GET", ["ticket", var id, "attachments"]) => Items(_said.Where(one => one.Ticket == Number(id)).Select(one => new JsonObject { ["id"] = one.Id, ["Subject"] = one.Subject })),
            ("POST", ["ticket", var id, "correspond"]) => Correspond(Number(id), JsonNode.Parse(body)!.AsObject()),
            ("POST", ["transactions"]) => Transactions(HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body))["query"]!),
            ("GET", ["transaction", var id, "attachments"]) => Items(_said.Where(one => one.Id == Number(id)).Select(Part)),
            _ => Error(HttpStatusCode.NotFound),
        };
    }

    private static JsonObject Part((int Id, int Ticket, string Subject, string Content, string Type) said) => new()
    {
        ["Subject"] = said.Subject,
        ["ContentType"] = said.Type,
        ["Content"] = said.Content,
        ["Filename"] = "",
    };

    private HttpResponseMessage Found(string query)
    {
        var reference = Regex.Match(query, "Subject LIKE '([^']+)'").Groups[1].Value;
        return Items(_tickets.Where(ticket => ((string)ticket["Subject"]!).Contains(reference, StringComparison.Ordinal)).Select(ticket => new JsonObject { ["id"] = ticket["id"]!.ToString() }));
    }

    private HttpResponseMessage Create(JsonObject sent)
    {
        if ((string?)sent["Queue"] != "RemedyBot" || sent.ContainsKey("Requestor"))
            return Error(HttpStatusCode.Forbidden);
        var fields = ((JsonObject)sent["CustomFields"]!).Where(field => !Unknown.Contains(field.Key)).Select(field => (JsonNode)new JsonObject
        {
            ["name"] = field.Key,
            ["values"] = field.Value is JsonArray list ? list.DeepClone() : new JsonArray(field.Value!.DeepClone()),
        });
        _tickets.Add(new JsonObject
        {
            ["id"] = _tickets.Count + 1,
            ["Subject"] = sent["Subject"]!.DeepClone(),
            ["Status"] = "new",
            ["CustomFields"] = new JsonArray([.. fields]),
        });
        return Json(HttpStatusCode.Created, new JsonObject { ["id"] = _tickets.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), ["type"] = "ticket" });
    }

    private HttpResponseMessage Update(int id, JsonObject sent)
    {
        _tickets[id - 1]["Status"] = sent["Status"]!.DeepClone();
        return Json(HttpStatusCode.OK, new JsonArray("ok"));
    }

    private HttpResponseMessage Correspond(int id, JsonObject sent)
    {
        _said.Add((100 + _said.Count, id, (string)sent["Subject"]!, (string)sent["Content"]!, (string)sent["ContentType"]!));
        return Json(HttpStatusCode.Created, new JsonArray("Correspondence added"));
    }

    private HttpResponseMessage Transactions(string query)
    {
        var match = Regex.Match(query, @"TicketId=(\d+) AND Type='Correspond' AND id > (\d+)");
        return Items(_said.Where(one => one.Ticket == Number(match.Groups[1].Value) && one.Id > Number(match.Groups[2].Value)).Select(one => new JsonObject { ["id"] = one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
    }

    private static HttpResponseMessage Items(IEnumerable<JsonObject> items) => Json(HttpStatusCode.OK, new JsonObject { ["items"] = new JsonArray([.. items]), ["pages"] = null, ["total"] = null });

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
