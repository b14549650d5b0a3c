using System.Text.RegularExpressions;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Every_answer_carries_the_headers_that_keep_it_to_itself(string method)
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var request = new HttpRequestMessage(new(method), "/") { Content = method is "POST" ? form.Body(("text", "words")) : null };
        using var answer = await host.Client.SendAsync(request);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("no-store", One(answer, "Cache-Control"));
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));

        var policy = One(answer, "Content-Security-Policy");
        foreach (var rule in new[]
        {
            "default-src 'none'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
            "require-trusted-types-for 'script'", "img-src data:",
        })
        {
            Assert.Contains(rule, policy.Split("; "), StringComparer.Ordinal);
        }

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var nonce = Regex.Match(policy, "script-src 'nonce-([^']+)'").Groups[1].Value;
        Assert.Contains($"<script nonce=\"{nonce}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<style nonce=\"{nonce}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_answers_share_a_nonce()
    {
        await using var host = await PageHost.Start();
        using var one = await host.Client.GetAsync("/");
        using var other = await host.Client.GetAsync("/");
        Assert.NotEqual(One(one, "Content-Security-Policy"), One(other, "Content-Security-Policy"));
    }

    [Fact]
    public async Task A_refusal_carries_them_too()
    {
        await using var host = await PageHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal("no-store", One(answer, "Cache-Control"));
        Assert.Contains("default-src 'none'", One(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
