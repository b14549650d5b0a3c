using System.Net;

namespace RemedyBot.Tests.Handoff.Pages;

public sealed class DeskSetupPageTests
{
    [Fact]
    public async Task The_first_visit_sets_the_desk_up_with_the_printed_word()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.OpenAsync());
        using (var first = await host.GetAsync("/desk"))
            Assert.Equal("/desk/setup", first.Headers.Location!.OriginalString);
        var html = await (await host.GetAsync("/desk/setup")).Content.ReadAsStringAsync();
        Assert.Contains("src=\"data:image/png;base64,", html, StringComparison.Ordinal);

        using (var created = await SetUpAsync(host, host.Word.Text))
            Assert.Equal("/desk/signin", created.Headers.Location!.OriginalString);
        host.Desk.Time.Advance(TimeSpan.FromSeconds(30));
        using var signedIn = await host.PostAsync("/desk/signin", ("word", ADesk.Word), ("passphrase", ADesk.Passphrase), ("code", host.Desk.Code()));
        Assert.Equal("/desk", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Without_the_printed_word_nothing_is_set_up()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.OpenAsync());
        using var answer = await SetUpAsync(host, "guess");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(host.Desk.Desk.Enrolment.IsSetUp);
        Assert.DoesNotContain(ADesk.Passphrase, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_word_is_worth_nothing_once_a_desk_stands()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.SetUpAsync());
        var before = host.Desk.Desk.File.Read()!.CaseKey;
        using var answer = await SetUpAsync(host, host.Word.Text);
        Assert.Equal("/desk", answer.Headers.Location!.OriginalString);
        Assert.Equal(before, host.Desk.Desk.File.Read()!.CaseKey);
    }

    // T19: a proxy makes every visitor look local, but it passes on the name that was asked for.
    [Fact]
    public async Task From_another_host_name_the_set_up_is_not_shown()
    {
        await using var host = await DeskHost.StartAsync(await ADesk.OpenAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/desk/setup", UriKind.Relative)) { Headers = { Host = "help.example" } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("name=\"setup\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_is_enrolled_and_removed_on_the_workers_page()
    {
        await using var host = await (await DeskHost.StartAsync(await ADesk.SetUpAsync())).SignedInAsync();
        using (var added = await host.PostAsync("/desk/workers", Worker(host, "crane")))
            Assert.Contains("crane", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, host.Desk.Desk.File.Read()!.Workers.Count);
        using (var asked = await host.PostAsync("/desk/workers/remove", ("by", "crane")))
            Assert.Contains("name=\"sure\"", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, host.Desk.Desk.File.Read()!.Workers.Count);
        (await host.PostAsync("/desk/workers/remove", ("by", "crane"), ("sure", "yes"))).Dispose();
        Assert.Single(host.Desk.Desk.File.Read()!.Workers);
    }

    private static Task<HttpResponseMessage> SetUpAsync(DeskHost host, string word) =>
        host.PostAsync("/desk/setup", [("setup", word), .. Worker(host, ADesk.Word)]);

    private static (string Name, string Value)[] Worker(DeskHost host, string word) =>
        [("word", word), ("passphrase", ADesk.Passphrase), ("repeat", ADesk.Passphrase), ("totp", host.Desk.Secret), ("code", host.Desk.Code())];
}
