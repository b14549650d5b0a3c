using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using RemedyBot.Handoff.Consent;

namespace RemedyBot.Tests.Handoff.Pages;

public sealed class DeskPagesTests
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)> & 'more'";

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/workers")]
    [InlineData("/desk/cases/RB-ABCDEFGHIJ")]
    public async Task A_stranger_is_shown_the_way_in_and_nothing_else(string path)
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var answer = await host.GetAsync(path);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/desk/signin", answer.Headers.Location!.OriginalString);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/desk/workers")]
    [InlineData("/desk/workers/remove")]
    [InlineData("/desk/cases/RB-ABCDEFGHIJ")]
    [InlineData("/desk/cases/RB-ABCDEFGHIJ/file")]
    public async Task A_stranger_can_change_nothing(string path)
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var answer = await host.PostAsync(path, ("by", ADesk.Word), ("sure", "yes"));
        Assert.Equal("/desk/signin", answer.Headers.Location!.OriginalString);
        Assert.Single(host.Desk.Desk.File.Read()!.Workers);
    }

    [Theory]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("127.0.0.1", "http://abcdefghij.onion", false)]
    [InlineData("127.0.0.1", "https://help.example.org", true)]
    [InlineData("help.example.org", null, true)]
    public async Task Off_this_machine_the_cookie_travels_over_tls_only(string host, string? publicUrl, bool secure)
    {
        await using var served = await DeskHost.StartAsync(await ADesk.SetUpAsync(), publicUrl is null ? null : new(publicUrl));
        served.Desk.Time.Advance(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/signin")
        {
            Content = new FormUrlEncodedContent([new("word", ADesk.Word), new("passphrase", ADesk.Passphrase), new("code", served.Desk.Code())]),
            Headers = { Host = host },
        };
        using var answer = await served.Client.SendAsync(request);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("; samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_page_is_kept_framed_or_may_run_a_script()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        foreach (var path in new[] { "/desk", "/desk/signin", "/desk/workers", "/desk/cases/RB-ABCDEFGHIJ", "/desk/nowhere" })
        {
            using var answer = await host.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync();
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; style-src 'nonce-", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(new Regex("(src|href|action)=\"(https?:)?//"), html);
            Assert.Contains("<h1", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cookie_is_for_the_desk_alone()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var answer = await host.PostAsync("/desk/signin", ("word", ADesk.Word), ("passphrase", ADesk.Passphrase), ("code", host.Desk.Code()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches(new Regex("^desk=[A-Za-z0-9_-]{43}; path=/desk; samesite=strict; httponly$"), cookie);
    }

    [Fact]
    public async Task A_worker_who_is_kept_out_by_a_crowd_is_told_so_and_may_try_again_at_once()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var gone = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, 70).Select(n => host.Desk.Desk.SignIn.SignInAsync($"stranger{n}", "some wrong passphrase", "000000", "", gone.Token)).ToList();
        using (var busy = await SignIn())
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.Contains(DeskHost.Text("en", "desk/signin-busy", null), WebUtility.HtmlDecode(await busy.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        await gone.CancelAsync();
        await Task.WhenAll(crowd).ContinueWith(_ => { }, TaskScheduler.Default);
        using var again = await SignIn();
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);

        Task<HttpResponseMessage> SignIn() => host.PostAsync("/desk/signin", ("word", ADesk.Word), ("passphrase", ADesk.Passphrase), ("code", host.Desk.Code()));
    }

    [Fact]
    public async Task The_cookie_is_secure_anywhere_but_on_loopback()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/signin", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("word", ADesk.Word), new("passphrase", ADesk.Passphrase), new("code", host.Desk.Code())]),
            Headers = { Host = "help.example" },
        };
        using var answer = await host.Client.SendAsync(request);
        Assert.Contains("; secure;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_post_from_another_page_is_refused(string header, string value)
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var prepared = await host.Desk.HandOverAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/desk/cases/{prepared.Ref}", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("act", "answered"), new("text", "x")]),
        };
        request.Headers.Add(header, value);
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single(await host.Desk.LettersAsync(prepared));
    }

    [Fact]
    public async Task An_answer_that_a_colleague_was_quicker_than_is_kept_in_the_box()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var prepared = await host.Desk.HandOverAsync();
        var path = $"/desk/cases/{prepared.Ref}";
        using var page = await host.GetAsync(path);
        var version = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"version\" value=\"([0-9A-F]{16})\"").Groups[1].Value;
        using (var quicker = await host.PostAsync(path, ("act", "received"), ("version", version)))
            Assert.Equal(HttpStatusCode.SeeOther, quicker.StatusCode);
        using var late = await host.PostAsync(path, ("act", "answered"), ("text", "We are here."), ("version", version));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("We are here.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains(DeskHost.Text("en", "desk/act-changed", null), html, StringComparison.Ordinal);
        Assert.DoesNotContain(version, html, StringComparison.Ordinal);
        Assert.Equal(2, (await host.Desk.LettersAsync(prepared)).Count);
    }

    [Fact]
    public async Task A_post_from_our_own_page_is_taken()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/signout", UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Origin", host.Root.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal("/desk/signin?out", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Any_other_kind_of_form_is_refused(string type)
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"word\"\r\n\r\nheron\r\n--x--"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await host.Client.PostAsync(new Uri("/desk/signin", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_256_kib_is_refused()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("word=" + new string('x', 300_000)));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await host.Client.PostAsync(new Uri("/desk/signin", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var prepared = await host.Desk.HandOverAsync(Hostile);
        using (var written = await host.PostAsync($"/desk/cases/{prepared.Ref}", ("act", "answered"), ("text", Hostile)))
            Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        using (var kept = await host.PostAsync($"/desk/cases/{prepared.Ref}", ("act", "nonsense"), ("text", Hostile)))
            AssertHarmless(await kept.Content.ReadAsStringAsync(), atLeast: 3);
        using (var enrolling = await host.PostAsync("/desk/workers", ("word", Hostile), ("totp", Hostile), ("code", Hostile)))
            AssertHarmless(await enrolling.Content.ReadAsStringAsync(), atLeast: 1);
        using (var removing = await host.PostAsync("/desk/workers/remove", ("by", Hostile)))
            AssertHarmless(await removing.Content.ReadAsStringAsync(), atLeast: 1);
        using (var signing = await host.PostAsync("/desk/signin", ("word", Hostile)))
            AssertHarmless(await signing.Content.ReadAsStringAsync(), atLeast: 1);
    }

    [Fact]
    public async Task The_persons_words_keep_their_language_and_direction()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var reference = HandoffReference.New(ADesk.Random);
        var projection = ADesk.Projection(reference, "هو ينتظر").Replace("\"es\"", "\"ar\"", StringComparison.Ordinal);
        var prepared = HandoffPreparation.Prepare(reference, projection, host.Desk.Recipient, host.Desk.Terms(), new HandoffMeans(host.Desk.Sign, ADesk.Random));
        await host.Desk.QueueAsync(prepared.Parcel);
        await host.Desk.Dispatcher().RunOnceAsync(default);
        var html = await (await host.GetAsync("/desk/cases/" + reference)).Content.ReadAsStringAsync();
        Assert.Contains("<blockquote lang=\"ar\" dir=\"rtl\">هو ينتظر</blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_that_was_picked_is_remembered_while_signed_in()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await (await host.GetAsync("/desk?lang=ar")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await (await host.GetAsync("/desk/workers")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_ends_within_14_days_says_so()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var soon = await host.Desk.HandOverAsync(days: 14);
        var later = await host.Desk.HandOverAsync(days: 15);
        Assert.Contains("class=\"note warn\"", await (await host.GetAsync("/desk/cases/" + soon.Ref)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"note warn\"", await (await host.GetAsync("/desk/cases/" + later.Ref)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_states_that_can_follow_are_offered()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var prepared = await host.Desk.HandOverAsync();
        var html = await (await host.GetAsync("/desk/cases/" + prepared.Ref)).Content.ReadAsStringAsync();
        Assert.Equal(["answered", "received", "accepted", "referred", "declined"], Regex.Matches(html, "name=\"act\" value=\"([a-z_]+)\"").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Signing_out_ends_it_and_a_kept_cookie_opens_nothing()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var kept = host.Cookies.GetCookies(new Uri(host.Root, "/desk")).Single();
        (await host.PostAsync("/desk/signout")).Dispose();
        host.Cookies.Add(new Cookie("desk", kept.Value, "/desk", host.Root.Host));
        using var answer = await host.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_id_is_one()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        var prepared = await host.Desk.HandOverAsync();
        foreach (var path in new[] { "/desk/signin", "/desk/workers", "/desk/cases/" + prepared.Ref })
        {
            var html = await (await host.GetAsync(path)).Content.ReadAsStringAsync();
            var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            foreach (Match field in Regex.Matches(html, "<(input|textarea)[^>]*>"))
            {
                if (field.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
                    continue;
                var id = Regex.Match(field.Value, " id=\"([^\"]+)\"").Groups[1].Value;
                Assert.Contains($"for=\"{id}\"", html, StringComparison.Ordinal);
            }

            Assert.All(Regex.Matches(html, "aria-describedby=\"([^\"]+)\"").Select(match => match.Groups[1].Value), id => Assert.Contains(id, ids));
        }
    }

    private static void AssertHarmless(string html, int atLeast)
    {
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(Regex.Count(html, Regex.Escape("&lt;script&gt;")) >= atLeast);
    }
}
