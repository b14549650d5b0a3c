using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Tests.Handoff.Desk;

public sealed class DeskCasesTests
{
    [Fact]
    public async Task The_list_begins_with_the_most_urgent_and_then_the_longest_waiting()
    {
        await using var desk = await ADesk.SetUpAsync();
        var days = await desk.HandOverAsync(urgency: "U2");
        desk.Time.Advance(TimeSpan.FromDays(1));
        var older = await desk.HandOverAsync(urgency: "U1");
        desk.Time.Advance(TimeSpan.FromDays(1));
        var newer = await desk.HandOverAsync(urgency: "U1");
        var danger = await desk.HandOverAsync(urgency: "U0");
        using var session = await desk.SessionAsync();
        var list = await desk.Desk.Cases.ListAsync(session, default);
        Assert.Equal([danger.Ref, older.Ref, newer.Ref, days.Ref], list.Select(line => line.Ref));
    }

    [Fact]
    public async Task What_the_person_writes_back_stands_in_the_case_and_goes_with_it()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        var route = new HandoffRoute(desk.Recipient, prepared.Ref, prepared.Parcel.Expires);
        var means = new HandoffMeans(desk.Sign, ADesk.Random);
        await desk.QueueAsync(PersonAnswer.Prepare(route, "I am safe now.", 1, desk.Today, means));
        await desk.QueueAsync(PersonAnswer.Prepare(route, "Thank you.", 2, desk.Today, means));
        // A case keeps its order: one at a time.
        Assert.Equal(1, await desk.Dispatcher().RunOnceAsync(default));
        Assert.Equal(1, await desk.Dispatcher().RunOnceAsync(default));
        using var session = await desk.SessionAsync();
        var line = Assert.Single(await desk.Desk.Cases.ListAsync(session, default));
        Assert.Equal((prepared.Ref, 2), (line.Ref, line.Answers));
        var opened = (await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!;
        Assert.Equal(["I am safe now.", "Thank you."], opened.Answers.Select(a => a.Text));
        Assert.True(await desk.Vault.Desk.DeleteAsync(prepared.Ref, null, default));
        Assert.Empty(await desk.Vault.Desk.ListAsync(default));
    }

    [Fact]
    public async Task An_answer_reaches_the_person_and_the_history()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Received, null), session, default));
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Answered, " We are here. "), session, default));

        var letters = await desk.LettersAsync(prepared);
        Assert.Equal([HandoffState.Delivered, HandoffState.Received, HandoffState.Answered], letters.Select(letter => letter.State));
        Assert.Equal("We are here.", letters[2].Text);
        var opened = (await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!;
        Assert.Equal(HandoffState.Answered, opened.Head!.State);
        Assert.Equal(["", "We are here."], opened.Bundle!.History.Select(happened => happened.Text ?? ""));
        Assert.True(opened.ReceiptIsOurs);
        Assert.Equal(ADesk.Projection(prepared.Ref), opened.Bundle.Projection);
    }

    [Theory]
    [InlineData(HandoffState.Answered, null)]
    [InlineData(HandoffState.Answered, "  ")]
    [InlineData(HandoffState.Done, "words")]
    [InlineData(HandoffState.Withdrawn, null)]
    [InlineData(HandoffState.Delivered, null)]
    public async Task What_would_not_be_honest_cannot_be_said(HandoffState state, string? text)
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();
        Assert.Equal(ActResult.NotPossible, await desk.Desk.Cases.ActAsync(new(prepared.Ref, state, text), session, default));
        Assert.Single(await desk.LettersAsync(prepared));
    }

    [Fact]
    public async Task Too_many_words_and_a_case_that_went_are_told_apart()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();
        Assert.Equal(ActResult.TooLong, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Answered, new string('x', Note.LongestText + 1)), session, default));
        Assert.True(await desk.Vault.Desk.DeleteAsync(prepared.Ref, null, default));
        Assert.Equal(ActResult.Gone, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Answered, "x"), session, default));
        Assert.Null(await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default));
    }

    [Fact]
    public async Task The_same_form_sent_again_writes_no_second_letter()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();
        var act = new CaseAct(prepared.Ref, HandoffState.Answered, "We are here.") { Version = (await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!.Version };

        Assert.Equal([ActResult.Done, ActResult.Done], await Task.WhenAll(desk.Desk.Cases.ActAsync(act, session, default), desk.Desk.Cases.ActAsync(act, session, default)));
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(act, session, default));

        Assert.Equal([HandoffState.Delivered, HandoffState.Answered], (await desk.LettersAsync(prepared)).Select(letter => letter.State));
        var opened = (await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!;
        Assert.Single(opened.Bundle!.History);
        // Meant as a second one it is a second one.
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(act with { Version = opened.Version }, session, default));
        Assert.Equal(3, (await desk.LettersAsync(prepared)).Count);
    }

    [Fact]
    public async Task What_was_written_on_a_page_from_before_a_change_is_not_sent()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();
        var before = (await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!.Version;
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Received, null) { Version = before }, session, default));
        Assert.Equal(ActResult.Changed, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Answered, "We are here.") { Version = before }, session, default));
        Assert.Equal(2, (await desk.LettersAsync(prepared)).Count);
    }

    // T24: a row put in another's place.
    [Fact]
    public async Task A_row_under_another_reference_does_not_open()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        var row = (await desk.Vault.Desk.GetAsync(prepared.Ref, default))!;
        Assert.True(await desk.Vault.Desk.AddAsync(new DeskDraft("RB-AAAAAAAAAA", row.Head, row.Body, row.LastDay), default));
        using var session = await desk.SessionAsync();
        Assert.Null(await desk.Desk.Cases.OpenAsync("RB-AAAAAAAAAA", session, default));
    }

    [Fact]
    public async Task A_case_leaves_on_the_day_its_consent_ends()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync(days: 3);
        desk.Time.Advance(TimeSpan.FromDays(2));
        await desk.Vault.Caretaker.SweepAsync(default);
        Assert.NotNull(await desk.Vault.Desk.GetAsync(prepared.Ref, default));
        desk.Time.Advance(TimeSpan.FromDays(1));
        await desk.Vault.Caretaker.SweepAsync(default);
        Assert.Null(await desk.Vault.Desk.GetAsync(prepared.Ref, default));
    }

    [Fact]
    public async Task At_a_desk_whose_key_is_elsewhere_an_answer_still_reaches_the_person()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = RemedyBot.Handoff.Sealing.OpeningKey.Create();
        desk.Desk.Enrolment.SetUp(key.Public);
        var before = await desk.HandOverAsync();
        await desk.Desk.Enrolment.AddFirstAsync(desk.Worker(), default);
        var prepared = await desk.HandOverAsync();
        using var session = await desk.SessionAsync();

        Assert.Equal(2, (await desk.Desk.Cases.ListAsync(session, default)).Count);
        Assert.Equal(ActResult.Done, await desk.Desk.Cases.ActAsync(new(prepared.Ref, HandoffState.Answered, "We are here."), session, default));
        Assert.Equal("We are here.", (await desk.LettersAsync(prepared))[1].Text);
        Assert.NotNull(SealedCase.Open((await desk.Desk.Cases.OpenAsync(prepared.Ref, session, default))!.Jwe, key));
        // What came before the first worker holds its box where only the key elsewhere can read it.
        Assert.Equal(ActResult.NotPossible, await desk.Desk.Cases.ActAsync(new(before.Ref, HandoffState.Answered, "x"), session, default));
        Assert.NotNull(SealedCase.Open((await desk.Desk.Cases.OpenAsync(before.Ref, session, default))!.Jwe, key));
    }
}
