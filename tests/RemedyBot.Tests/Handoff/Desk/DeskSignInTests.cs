using RemedyBot.Handoff.Desk;

namespace RemedyBot.Tests.Handoff.Desk;

/// <summary>T18.</summary>
public sealed class DeskSignInTests
{
    [Fact]
    public async Task Passphrase_and_code_together_open_the_desk()
    {
        await using var desk = await ADesk.SetUpAsync();
        using var session = await desk.SessionAsync();
        Assert.Equal(ADesk.Word, session.Worker);
    }

    [Fact]
    public async Task Wrong_word_passphrase_or_code_are_one_answer()
    {
        await using var desk = await ADesk.SetUpAsync();
        (string Word, string Passphrase, string Code)[] tries =
            [("crane", ADesk.Passphrase, desk.Code()), (ADesk.Word, ADesk.Passphrase + "x", desk.Code()), (ADesk.Word, ADesk.Passphrase, "000000"), (ADesk.Word, ADesk.Passphrase, "")];
        foreach (var (word, passphrase, code) in tries)
        {
            Assert.IsType<SignInResult.Refused>(await desk.Desk.SignIn.SignInAsync(word, passphrase, code, "", default));
            desk.Time.Advance(TimeSpan.FromMinutes(6));
        }
    }

    [Fact]
    public async Task A_crowd_of_strangers_from_one_place_keeps_nobody_from_another_out()
    {
        await using var desk = await ADesk.SetUpAsync();
        using var gone = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, 70).Select(n => desk.Desk.SignIn.SignInAsync($"stranger{n}", "some wrong passphrase", "000000", "crowd", gone.Token)).ToList();
        var right = desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, desk.Code(), "own", default);
        Assert.IsType<SignInResult.Opened>(await right.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Contains(crowd, stranger => !stranger.IsCompleted);
        await gone.CancelAsync();
        await Task.WhenAll(crowd).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var desk = await ADesk.SetUpAsync();
        var code = desk.Code();
        Assert.IsType<SignInResult.Opened>(await desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default));
        Assert.IsType<SignInResult.Refused>(await desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default));
    }

    [Fact]
    public async Task A_code_brought_twice_at_once_lets_one_in()
    {
        await using var desk = await ADesk.SetUpAsync();
        var code = desk.Code();
        // Two desks over one vault, as two processes would be: the gate in memory does not help here.
        using var beside = new FrontDesk(desk.Vault, desk.Desk.File, desk.Time, ADesk.Random);
        var results = await Task.WhenAll(
            desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default),
            beside.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default));
        Assert.Single(results.OfType<SignInResult.Opened>());
    }

    [Fact]
    public async Task A_used_code_stays_used_over_a_restart()
    {
        using var folder = new AFolder();
        string code;
        await using (var desk = await ADesk.SetUpAsync(folder.Path))
        {
            code = desk.Code();
            Assert.IsType<SignInResult.Opened>(await desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default));
        }

        await using var again = await ADesk.OpenAsync(folder.Path);
        Assert.IsType<SignInResult.Refused>(await again.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, code, "", default));
    }

    [Fact]
    public async Task Guessing_waits_twice_as_long_each_time_up_to_five_minutes_and_hinders_nobody_else()
    {
        await using var desk = await ADesk.SetUpAsync();
        var waits = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            Assert.IsType<SignInResult.Refused>(await desk.Desk.SignIn.SignInAsync("crane", "wrong", "000000", "", default));
            var wait = Assert.IsType<SignInResult.Wait>(await desk.Desk.SignIn.SignInAsync("crane", "wrong", "000000", "", default));
            waits.Add(wait.Pause.TotalSeconds);
            desk.Time.Advance(wait.Pause);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], waits);
        Assert.NotEmpty(await desk.SignInAsync());
    }

    [Fact]
    public async Task A_session_ends_after_fifteen_quiet_minutes()
    {
        await using var desk = await ADesk.SetUpAsync();
        var id = await desk.SignInAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.NotNull(desk.Desk.Sessions.Use(id));
        desk.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(desk.Desk.Sessions.Use(id));
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_however_busy()
    {
        await using var desk = await ADesk.SetUpAsync();
        var id = await desk.SignInAsync();
        for (var i = 0; i < 47; i++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.NotNull(desk.Desk.Sessions.Use(id));
        }

        desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(desk.Desk.Sessions.Use(id));
    }

    [Fact]
    public async Task A_copied_session_ends_when_its_owner_signs_out()
    {
        await using var desk = await ADesk.SetUpAsync();
        var id = await desk.SignInAsync();
        var copy = new string(id.AsSpan());
        desk.Desk.Sessions.End(id);
        Assert.Null(desk.Desk.Sessions.Use(copy));
    }

    [Fact]
    public async Task A_session_opens_nothing_after_a_restart_or_at_another_desk()
    {
        using var folder = new AFolder();
        string id;
        await using (var desk = await ADesk.SetUpAsync(folder.Path))
            id = await desk.SignInAsync();
        await using var again = await ADesk.OpenAsync(folder.Path);
        Assert.Null(again.Desk.Sessions.Use(id));
    }

    [Fact]
    public async Task Removing_a_worker_ends_their_sessions_and_their_way_in()
    {
        await using var desk = await ADesk.SetUpAsync();
        using (var session = await desk.SessionAsync())
            Assert.Equal(EnrolmentResult.Enrolled, await desk.Desk.Enrolment.AddAsync(desk.Worker("crane"), session, default));
        var id = await desk.SignInAsync("crane");
        // From another process, as `desk remove` is.
        using (var beside = new FrontDesk(desk.Vault, desk.Desk.File, desk.Time, ADesk.Random))
            Assert.True(await beside.Enrolment.RemoveAsync("Crane ", default));
        Assert.Null(desk.Desk.Sessions.Use(id));
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.IsType<SignInResult.Refused>(await desk.Desk.SignIn.SignInAsync("crane", ADesk.Passphrase, desk.Code(), "", default));
        Assert.NotEmpty(await desk.SignInAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url at all!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_session_opens_nothing(string id)
    {
        await using var desk = await ADesk.SetUpAsync();
        Assert.Null(desk.Desk.Sessions.Use(id));
    }
}
