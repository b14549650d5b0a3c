using System.Net;

namespace RemedyBot.EndToEnd.Security;

/// <summary>A case from the person to the desk and back, over HTTP only: what each may know, and when it is gone.</summary>
public sealed class When_a_case_goes_round : IAsyncLifetime
{
    private const string Words = "kestrelcanary <script>alert(1)</script> </textarea><img src=x onerror=alert(2)> he waits at my door";
    private const string Answer = "Call us on Monday. <b>heroncanary</b> \u202Eabc\nSecond line";

    private OurServer _server = null!;

    public async Task InitializeAsync() => _server = await OurServer.Start();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task The_answer_comes_back_by_code_and_every_state_is_told_as_it_is()
    {
        var visitor = await _server.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        Assert.Contains(visitor.Pages, page => page.Contains("Nobody has read it yet.", StringComparison.Ordinal));
        var code = visitor.Code;
        await visitor.Say(code);
        using var worker = await _server.Worker();
        var path = "/desk/cases/" + Assert.Single(await worker.Cases(1));
        Assert.Contains("It has arrived. Nobody has said yet that they have seen it.", await Return(code), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await worker.Open(path));
        AssertHarmless(worker.Html);
        Assert.Contains("kestrelcanary", worker.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(code, worker.Html, StringComparison.Ordinal);
        // Looking is not saying so: the person is told what a worker said, not what a server guessed.
        Assert.Contains("Nobody has said yet that they have seen it.", await Return(code), StringComparison.Ordinal);

        await Act(worker, path, "received");
        Assert.Contains("It has been opened.", await Return(code), StringComparison.Ordinal);
        await Act(worker, path, "answered", Answer);
        var read = await Return(code);
        Assert.Contains("There is an answer for you", read, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;heroncanary&lt;/b&gt;", read, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", read, StringComparison.Ordinal);
        await Act(worker, path, "done");
        Assert.Contains("They have finished their work on it.", await Return(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answered", "")]
    [InlineData("waiting", "x")]
    [InlineData("withdrawn", "x")]
    [InlineData("failed", "x")]
    [InlineData("delivered", "x")]
    [InlineData("done", "x")]
    [InlineData("nonsense", "x")]
    public async Task What_is_not_true_cannot_be_said(string state, string text)
    {
        var visitor = await _server.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        using var worker = await _server.Worker();
        var path = "/desk/cases/" + Assert.Single(await worker.Cases(1));
        var before = _server.Rows().Select(row => row.Mark).Order(StringComparer.Ordinal).ToList();
        using var answer = await worker.Post(path, ("act", state), ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, _server.Rows().Select(row => row.Mark).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("erase")]
    [InlineData("withdraw")]
    [InlineData("erase after return")]
    public async Task A_case_that_was_taken_back_is_gone_from_the_desk(string how)
    {
        var visitor = await _server.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        using var worker = await _server.Worker();
        var path = "/desk/cases/" + Assert.Single(await worker.Cases(1));
        await Act(worker, path, "answered", Answer);
        await TakeBack(visitor, how);

        Assert.Empty(await worker.Cases(0));
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open(path));
        using var late = await worker.Post(path, ("act", "answered"), ("text", "too late"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.DoesNotContain(_server.Rows(), row => row.Table is "desk" or "outbox" or "thread");
        Assert.Equal(how is "withdraw", _server.Rows().Any(row => row.Table is "conversation"));
    }

    [Fact]
    public async Task A_case_that_was_erased_before_it_arrived_never_arrives()
    {
        await using var still = await OurServer.Start(new MovedTime(timersRun: false));
        var visitor = await still.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        Assert.Single(still.Rows(), row => row.Table is "outbox");
        await (await visitor.Wish("erase")).Choose("yes");
        Assert.DoesNotContain(still.Rows(), row => row.Table != "worker");
    }

    [Fact]
    public async Task A_case_stays_at_the_desk_when_the_person_keeps_nothing_and_ends_on_its_day()
    {
        var visitor = await _server.Visitor().Open();
        await Walk.Until(visitor, v => v.Step == "keep/keep", Words);
        await visitor.Choose("no");
        await Walk.Until(visitor, v => v.Kind == "end");
        using (var worker = await _server.Worker())
            Assert.Single(await worker.Cases(1));
        Assert.DoesNotContain(_server.Rows(), row => row.Table is "conversation" or "turn" or "code");

        await _server.Stop();
        _server.Time.Advance(TimeSpan.FromDays(31));
        await using var later = await OurServer.Start(_server.Time, _server.Data);
        using var next = await later.Worker();
        Assert.Empty(await next.Cases(0));
    }

    private static async Task Act(DeskWorker worker, string path, string state, string text = "")
    {
        using var answer = await worker.Post(path, ("act", state), ("text", text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task TakeBack(Visitor visitor, string how)
    {
        if (how is "erase after return")
        {
            var code = visitor.Code;
            visitor = await _server.Visitor().Open();
            await visitor.Say(code);
            await visitor.Choose("no");
        }

        if (how is "withdraw")
        {
            await visitor.Wish("change");
            await visitor.Choose("/consent/desk");
            await visitor.Choose("yes");
            Assert.Contains("Your yes is taken back.", visitor.Text, StringComparison.Ordinal);
            return;
        }

        await visitor.Wish("erase");
        await visitor.Choose("yes");
        Assert.Contains("Everything is erased here.", visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>Comes back on another device; nothing of the case may show before the device question is answered.</summary>
    private async Task<string> Return(string code)
    {
        var visitor = await _server.Visitor().Open();
        await visitor.Say(code);
        Assert.Equal("return/device", visitor.Step);
        Assert.DoesNotContain("canary", visitor.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("RB-", visitor.Html, StringComparison.Ordinal);
        await visitor.Choose("unknown");
        Assert.Equal("return/hold", visitor.Step);
        Assert.DoesNotContain("canary", visitor.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("RB-", visitor.Html, StringComparison.Ordinal);
        await visitor.Choose("continue");
        return visitor.Html;
    }

    private static void AssertHarmless(string html)
    {
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>heron", html, StringComparison.Ordinal);
    }
}
