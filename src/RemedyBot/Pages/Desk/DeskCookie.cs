using System.Net;

namespace RemedyBot.Pages.Desk;

/// <summary>The one cookie of the desk: the session's id, sent nowhere but here and readable by no script.</summary>
internal static class DeskCookie
{
    private const string Name = "desk";

    internal static string? Read(HttpRequest request) => request.Cookies[Name];

    internal static void Write(HttpContext context, string id) => context.Response.Cookies.Append(Name, id, Options(context));

    internal static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    internal static bool IsLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    // No end of its own: the browser forgets it when it closes, the server earlier.
    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = DeskPages.Home,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || !IsLoopback(context),
    };
}
