using System.Net;

namespace RemedyBot.Pages.Desk;

/// <summary>The one cookie of the desk: the session's id, sent nowhere but here and readable by no script.</summary>
internal static class DeskCookie
{
    private const string Name = "desk";

    internal static string? Read(HttpRequest request) => request.Cookies[Name];

    internal static void Write(DeskVisit visit, string id) => visit.Context.Response.Cookies.Append(Name, id, Options(visit));

    internal static void Delete(DeskVisit visit) => visit.Context.Response.Cookies.Delete(Name, Options(visit));

    internal static bool IsLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    // No end of its own: the browser forgets it when it closes, the server earlier. A stock proxy on this machine makes every visit look local, so its
    // own word for where it is reached counts too.
    private static CookieOptions Options(DeskVisit visit) => new()
    {
        Path = DeskPages.Home,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = visit.Context.Request.IsHttps || !IsLoopback(visit.Context) || visit.Parts.PublicUrl?.Scheme == Uri.UriSchemeHttps,
    };
}
