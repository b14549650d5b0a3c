using System.Net;

namespace RemedyBot.EndToEnd.Security;

/// <summary>The desk's door: who comes in, with what, and for how long.</summary>
public sealed class When_the_desk_is_visited : IAsyncLifetime
{
    private OurServer _server = null!;

    public async Task InitializeAsync() => _server = await OurServer.Start();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Only_both_secrets_together_open_it_and_a_code_works_once()
    {
        using var worker = await _server.Worker();
        var used = worker.Digits;
        var refusals = new List<string>();
        foreach (var (word, passphrase, code) in new[]
        {
            (DeskWorker.Word, DeskWorker.Passphrase, used),
            (DeskWorker.Word, DeskWorker.Passphrase, "000000"),
            (DeskWorker.Word, "seven herons wade at dawn", "fresh"),
            ("nobody", DeskWorker.Passphrase, "fresh"),
            ("", "", ""),
        })
        {
            // Past the wait that a failure earns; a fresh code each time but for the one that was used.
            _server.Time.Advance(TimeSpan.FromSeconds(code == used ? 1 : 30));
            using var visitor = new DeskWorker(_server.Root, _server.Time);
            using var answer = await visitor.Post("/desk/signin", ("word", word), ("passphrase", passphrase), ("code", code == "fresh" ? worker.Digits : code));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(passphrase.Length > 0 ? passphrase : "value=\"000000\"", text, StringComparison.Ordinal);
            refusals.Add(text.Split("role=\"alert\"")[1].Split("</")[0]);
        }

        Assert.Single(refusals.Distinct());
    }

    [Fact]
    public async Task Guessing_makes_the_same_word_wait_longer_and_longer()
    {
        using var visitor = new DeskWorker(_server.Root, _server.Time);
        for (var failures = 0; failures < 4; failures++)
        {
            using var wrong = await visitor.Post("/desk/signin", ("word", "guesser"), ("passphrase", "wrong"), ("code", "000000"));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            using var again = await visitor.Post("/desk/signin", ("word", "guesser"), ("passphrase", "wrong"), ("code", "000000"));
            Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
            Assert.True(again.Headers.RetryAfter!.Delta <= TimeSpan.FromSeconds(1 << failures));
            _server.Time.Advance(TimeSpan.FromSeconds((1 << failures) + 1));
        }
    }

    [Fact]
    public async Task The_cookie_is_for_the_desk_only_and_nothing_else_is_set()
    {
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        using var worker = new DeskWorker(_server.Root, _server.Time);
        using var answer = await worker.Post("/desk/signin", ("word", DeskWorker.Word), ("passphrase", DeskWorker.Passphrase), ("code", worker.Digits));
        Assert.Matches("^desk=[A-Za-z0-9_-]{43}; path=/desk; samesite=strict; httponly$", Assert.Single(answer.Headers.GetValues("Set-Cookie")));

        // Carried to another path it is nothing, and the chat's answers do not depend on it.
        var cookie = worker.Cookies.GetCookies(new Uri(_server.Root, "/desk"))["desk"]!.Value;
        Assert.Empty(worker.Cookies.GetCookies(_server.Root));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "desk=" + cookie);
        using var chat = await _server.Client.SendAsync(request);
        Assert.DoesNotContain(DeskWorker.Word, await chat.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(chat.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("idle for fifteen minutes")]
    [InlineData("eight hours")]
    [InlineData("one bit flipped")]
    [InlineData("cut off")]
    [InlineData("much too long")]
    public async Task A_copied_cookie_opens_nothing_afterwards(string why)
    {
        using var worker = await _server.Worker();
        var cookie = worker.Cookies.GetCookies(new Uri(_server.Root, "/desk"))["desk"]!.Value;
        switch (why)
        {
            case "signed out":
                (await worker.Post("/desk/signout")).Dispose();
                break;
            case "idle for fifteen minutes":
                _server.Time.Advance(TimeSpan.FromMinutes(15.1));
                break;
            case "eight hours":
                for (var quarter = 0; quarter < 33; quarter++)
                {
                    _server.Time.Advance(TimeSpan.FromMinutes(14.6));
                    await worker.Open("/desk");
                }

                break;
            case "one bit flipped":
                cookie = (cookie[0] == 'A' ? 'B' : 'A') + cookie[1..];
                break;
            case "cut off":
                cookie = cookie[..^1];
                break;
            default:
                cookie = new string('A', 4_000);
                break;
        }

        foreach (var path in new[] { "/desk", "/desk/workers", "/desk/cases/RB-0123456789" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", "desk=" + cookie);
            using var answer = await _server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal("/desk/signin", answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_restart_ends_every_session()
    {
        using var worker = await _server.Worker();
        Assert.Equal(HttpStatusCode.OK, await worker.Open("/desk"));
        await _server.Stop();
        await using var next = await OurServer.Start(_server.Time, _server.Data);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Cookie", worker.Cookies.GetCookieHeader(new Uri(_server.Root, "/desk")));
        using var answer = await next.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_sets_a_desk_up_twice_or_without_the_word_that_the_server_printed()
    {
        using var stranger = new DeskWorker(_server.Root, _server.Time);
        using var again = await stranger.Post("/desk/setup", ("setup", "aaaaa-aaaaa-aaaaa-aaaaa"), ("word", "stranger"), ("passphrase", "my own five words here"), ("repeat", "my own five words here"));
        Assert.Equal("/desk", again.Headers.Location!.OriginalString);

        await using var fresh = await ServerProcess.Start();
        using var first = await fresh.Client.PostAsync(new Uri("/desk/setup", UriKind.Relative), new FormUrlEncodedContent([new("setup", "aaaaa-aaaaa-aaaaa-aaaaa"), new("word", "stranger"), new("passphrase", "my own five words here"), new("repeat", "my own five words here")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        Assert.False(File.Exists(Path.Combine(fresh.Data, "desk.json")));
    }
}
