using System.Text;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>A file beside a ticket's words.</summary>
internal sealed record TicketFile(string Name, string Type, string Content)
{
    internal string Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(Content));

    public override string ToString() => nameof(TicketFile);
}
