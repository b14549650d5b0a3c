using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RemedyBot.EndToEnd.Security;

/// <summary>Whatever is sent, a clear answer comes back: nothing breaks, nothing becomes markup, nothing is stored that was not an answer.</summary>
public sealed class When_input_is_bad : IAsyncLifetime
{
    private const string Canary = "kestrelcanary";

    private OurServer _server = null!;

    public async Task InitializeAsync() => _server = await OurServer.Start();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public static TheoryData<string> Hostile => new(
        "<script>alert('kestrelcanary')</script>",
        "\"><img src=x onerror=alert(1)>kestrelcanary",
        "</textarea></form><form action=https://evil.example>kestrelcanary",
        "**kestrelcanary** [x](javascript:alert(1)) `code` # title",
        "javascript:alert('kestrelcanary')",
        "{{kestrelcanary}} ${kestrelcanary} <%= kestrelcanary %> {count}",
        "\u202Ekestrelcanary\u202C \u2066x\u2069 \u200F\u061C",
        "kestrelcanary\u0001\u0008\u001B[31m\u007F\u0085\u2028\u2029",
        "kestrelcanary\uFFFE\uFFFF\uFEFF\uE000",
        "kestrelcanary' OR 1=1; DROP TABLE conversation; --",
        "kestrelcanary\r\nSet-Cookie: a=b\r\n\r\n<html>",
        "ke\u0301strelcanary \u0e01\u0e33 👩‍👩‍👧‍👦 Z\u0351\u036B\u0343\u0363");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_words_are_shown_as_words(string words)
    {
        var visitor = await _server.Visitor().Open();
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Say(words);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        AssertHarmless(visitor.Html);
        await Walk.Until(visitor, v => v.Kind == "review");
        AssertHarmless(visitor.Html);
    }

    [Fact]
    public async Task The_longest_body_that_is_taken_gets_words_that_say_it_was_too_long()
    {
        var visitor = await _server.Visitor().Open();
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Say(Canary + new string('a', 100_000));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("harm/what", visitor.Step);
        Assert.True(visitor.Html.Length < 400_000);
        await visitor.Say(Canary + string.Concat(Enumerable.Repeat("\u0e01\u0301", 6_000)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Theory]
    [InlineData("token=%FF%FE&form=abcdefgh12345678&text=x", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&text=%ED%A0%80%ED%B0%80", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&text=%", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&text=%zz", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&=&&&=x", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&choice=a&choice=b&wish=b", HttpStatusCode.OK)]
    [InlineData("token=a&form=abcdefgh12345678&text=%00", HttpStatusCode.BadRequest)]
    [InlineData("token=a&form=<script>alert(1)</script>&text=x", HttpStatusCode.BadRequest)]
    [InlineData("token=a&form=&text=x", HttpStatusCode.BadRequest)]
    [InlineData("form=abcdefgh12345678&text=x", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("&&&&", HttpStatusCode.BadRequest)]
    public async Task A_malformed_form_gets_an_answer_and_leaves_nothing(string body, HttpStatusCode status) =>
        await Post(body, "application/x-www-form-urlencoded", status);

    [Theory]
    [InlineData("{\"token\":\"a\",\"form\":\"abcdefgh12345678\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"token\":\"a\",\"form\":\"abcdefgh12345678\",\"text\":1}")]
    [InlineData("{\"token\":\"a\",\"form\":\"abcdefgh12345678\",\"choice\":[{}]}")]
    [InlineData("{\"token\":{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Malformed_json_gets_an_answer_and_leaves_nothing(string body) =>
        await Post(body, "application/json", HttpStatusCode.BadRequest);

    [Fact]
    public async Task Too_many_fields_and_too_large_bodies_are_refused()
    {
        const string head = "token=a&form=abcdefgh12345678&";
        await Post(head + string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"f{number}=x")), "application/x-www-form-urlencoded", HttpStatusCode.BadRequest);
        await Post(head + new string('k', 5_000) + "=x", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest);
        await Post(head + "text=" + new string('a', 300_000), "application/x-www-form-urlencoded", HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n")]
    [InlineData("GET /kestrelcanary\r\n\r\n")]
    [InlineData("G\0T / HTTP/1.1\r\n\r\n")]
    [InlineData("GET /%00%ff?kestrelcanary=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\0")]
    public async Task A_request_that_is_none_leaves_the_server_standing(string request)
    {
        Assert.DoesNotContain(Canary, await Raw(request), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _server.Visitor().Open()).Status);
    }

    [Fact]
    public async Task A_flood_of_headers_is_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 500).Select(number => $"X-{number}: {Canary}\r\n"));
        foreach (var headers in new[] { many, $"X: {new string('a', 100_000)}\r\n" })
        {
            // A server that hangs up while we still talk has refused as well.
            var answer = await Raw($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n");
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 431", StringComparison.Ordinal), answer);
        }

        Assert.Equal(HttpStatusCode.OK, (await _server.Visitor().Open()).Status);
    }

    [Theory]
    [InlineData("Accept-Language", "x;q=kestrelcanary, *, e, ../../etc;q=9")]
    [InlineData("Accept-Encoding", "kestrelcanary;q=nan")]
    [InlineData("Accept", "application/json<script>")]
    [InlineData("Cookie", "desk=kestrelcanary; =; \u0001")]
    [InlineData("X-Forwarded-For", "kestrelcanary, 1.2.3.4")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    public async Task Odd_headers_change_nothing(string name, string value)
    {
        foreach (var path in new[] { "/", "/desk", "/?lang=kestrelcanary", "/?lang=%00&lang=<script>" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await _server.Client.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500);
            var body = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(body.AsSpan().IndexOf("kestrelcanary"u8) < 0);
        }
    }

    private async Task Post(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new(type);
        using var answer = await _server.Client.PostAsync(new Uri("/", UriKind.Relative), content);
        Assert.Equal(status, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("</html>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Rows(), row => row.Table != "worker");
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_server.Root.Host, _server.Root.Port);
        await using var stream = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            client.Client.Shutdown(SocketShutdown.Send);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Hung up on, which is an answer too.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>The words stand there as text: no element, attribute or address was made of them, and nothing turns the line around.</summary>
    private static void AssertHarmless(string html)
    {
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "<form "));
        foreach (var sign in "\0\u0001\u0008\u001B\u007F\u202E\u202D")
            Assert.False(html.Contains(sign, StringComparison.Ordinal), $"U+{(int)sign:X4} stands in the page.");
    }
}
