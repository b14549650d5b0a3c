using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T15 without a browser: no other page brings a person into its conversation, frames ours or reads it.</summary>
public sealed class When_a_foreign_page_posts : IAsyncLifetime
{
    private OurServer _server = null!;

    public async Task InitializeAsync() => _server = await OurServer.Start();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "nonsense")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://127.0.0.1.evil.example")]
    [InlineData("Origin", "file:///home")]
    public async Task Its_post_is_refused_on_every_path(string header, string value)
    {
        var form = (await _server.Visitor().Open()).Fields(("choice", "no"));
        foreach (var path in new[] { "/", "/desk/signin", "/desk/signout", "/desk/setup", "/desk/workers", "/desk/workers/remove", "/desk/cases/RB-0000000000" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await _server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        AssertNothingStored();
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task A_foreign_host_name_is_not_ours(string host)
    {
        foreach (var path in new[] { "/", "/desk", "/healthz", "/readyz", "/.well-known/remedybot-keys.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var answer = await _server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.DoesNotContain("token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("application/xml")]
    [InlineData("x")]
    public async Task Another_kind_of_body_is_refused(string type)
    {
        foreach (var path in new[] { "/", "/desk/signin" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nkestrelcanary\r\n--x--"));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await _server.Client.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }

        AssertNothingStored();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk/signin")]
    [InlineData("/desk/nowhere")]
    public async Task No_page_can_be_framed_kept_or_made_to_run_something(string path)
    {
        using var answer = await _server.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = One(answer.Headers, "Content-Security-Policy");
        foreach (var rule in new[] { "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'" })
            Assert.Contains(rule, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", One(answer.Headers, "Cache-Control"));
        Assert.Equal("nosniff", One(answer.Headers, "X-Content-Type-Options"));
        Assert.Equal("same-origin", One(answer.Headers, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer.Headers, "Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_preflight_is_told_nothing_that_lets_it_go_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/");
        request.Headers.TryAddWithoutValidation("Origin", "https://evil.example");
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "POST");
        using var answer = await _server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    private static string One(HttpResponseHeaders headers, string name) => Assert.Single(headers.GetValues(name));

    private void AssertNothingStored() => Assert.DoesNotContain(_server.Rows(), row => row.Table != "worker");
}
