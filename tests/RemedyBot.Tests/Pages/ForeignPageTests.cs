using System.Net;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

public sealed class ForeignPageTests
{
    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("cross-site", "self")]
    [InlineData(null, "https://elsewhere.example")]
    [InlineData(null, "null")]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData(null, "https://{host}.elsewhere.example")]
    public async Task A_post_from_a_foreign_page_is_refused_and_reaches_no_conversation(string? site, string? origin)
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var answer = await Send(host, form, site, origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single(host.Conversation.Requests);
        Assert.Contains(PageTextsFile.English["error-foreign"], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("none", null)]
    [InlineData("same-origin", "https://elsewhere.example")]
    [InlineData(null, "self")]
    [InlineData(null, null)]
    public async Task A_post_from_our_own_page_is_taken(string? site, string? origin)
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var answer = await Send(host, form, site, origin);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://chat.example", HttpStatusCode.OK)]
    [InlineData("http://chat.example", HttpStatusCode.Forbidden)]
    [InlineData("self", HttpStatusCode.Forbidden)]
    public async Task Where_the_public_address_is_known_only_that_one_is_ours(string origin, HttpStatusCode status)
    {
        await using var host = await PageHost.Start(change: parts => parts with { PublicUrl = new("https://chat.example/") });
        var form = await Form.First(host);
        using var answer = await Send(host, form, null, origin);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_speaks_the_language_that_the_browser_wants()
    {
        await using var host = await PageHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Accept-Language", "ar" } } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Send(PageHost host, Form form, string? site, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = form.Body(("choice", "no")) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is "self") origin = host.Root.GetLeftPart(UriPartial.Authority);
        if (origin is not null) request.Headers.Add("Origin", origin.Replace("{host}", host.Root.Host, StringComparison.Ordinal));
        return host.Client.SendAsync(request);
    }
}
