using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Tests.Dialogs;

public sealed class EngineTests
{
    private const string Main = """
        dialog: main
        format: 1
        topic: welcome
        intake: true
        steps:
          - {id: hello, say: Hello.}
          - {id: danger, ask: yesno, field: /safety/immediate_danger, text: In danger?, why: Because., raises: {danger: ["yes", unknown]}}
          - id: age
            ask: choice
            field: /person/age_band
            text: Age?
            why: Because.
            options: [{value: adult, title: Adult}, {value: under_13, title: Child}]
          - {id: guardian, ask: text, field: /person/role, text: Who?, why: Because., when: {field: /person/age_band, is: under_13}}
          - {id: story, ask: text, field: /statement/original, text: Tell., why: Because., max: 20}
          - {id: country, ask: text, reads: country, field: /person/country, text: Country?, why: Because.}
          - {id: sum, call: summary}
          - {id: end, end: done, text: Bye.}
        """;

    private const string Summary = """
        dialog: summary
        format: 1
        topic: summary
        steps:
          - {id: review, ask: review, text: Right?, why: Because.}
        """;

    private const string Danger = """
        dialog: danger
        format: 1
        topic: safety
        interrupts: danger
        intake: true
        steps:
          - {id: help, say: Help first.}
          - {id: country, ask: text, reads: country, field: /person/country, text: Country?, why: Because.}
          - {id: numbers, say: Numbers.}
          - {id: still, ask: yesno, again: true, field: /safety/immediate_danger, text: Still?, why: Because., clears: {danger: "no"}, raises: {danger: "yes"}, when: {fact: by-words}}
        """;

    private const string Change = """
        dialog: change
        format: 1
        topic: summary
        wish: change
        steps:
          - {id: pick, ask: choice, text: What?, why: Because., options: {from: fields}}
          - {id: do, effect: change}
        """;

    private const string Stop = """
        dialog: stop
        format: 1
        topic: next
        wish: stop
        steps:
          - {id: forget, effect: forget}
          - {id: end, end: stopped, text: Stopped.}
        """;

    private static Talk Begun() => Talk.About(Main, Summary, Danger, Change, Stop);

    [Fact]
    public void Says_what_comes_before_and_asks_the_first_question()
    {
        var talk = Begun();
        Assert.Equal(["main/hello/text"], talk.Said);
        Assert.Equal("main/danger", talk.Asked);
        Assert.Equal(["yes", "no", "unknown"], talk.Messages[^1].Choices.Select(c => c.Value));
    }

    [Fact]
    public void Goes_from_question_to_question_to_the_end()
    {
        var talk = Begun().Choose("no").Choose("adult").Say("a story").Choose("ES").Choose("confirm");
        Assert.True(talk.Conversation.Ended);
        Assert.Equal("done", talk.Conversation.Ending);
        Assert.Equal("end", talk.Messages[^1].Kind);
    }

    [Fact]
    public void Asks_again_kindly_when_the_answer_is_not_a_choice()
    {
        var talk = Begun().Choose("no").Choose("banana");
        Assert.Equal(["common/retry-choice"], talk.Said);
        Assert.Equal("main/age", talk.Asked);
        talk.Say("x").Say("y");
        Assert.Equal(["common/retry-again"], talk.Said);
    }

    [Fact]
    public void Back_takes_the_last_answer_and_what_it_caused()
    {
        var talk = Begun().Choose("no").Choose("under_13");
        Assert.Equal("main/guardian", talk.Asked);
        talk.Say("self").Wish("back");
        Assert.Equal("main/guardian", talk.Asked);
        talk.Wish("back");
        Assert.Equal("main/age", talk.Asked);
        talk.Wish("back").Wish("back");
        Assert.Equal("main/danger", talk.Asked);
        Assert.Contains("common/at-start", talk.Said);
    }

    [Fact]
    public void A_changed_answer_takes_along_what_only_the_old_one_called_for()
    {
        var talk = Begun().Choose("no").Choose("under_13").Say("self").Say("a story");
        talk.World.Lists["fields"] = ["/person/age_band"];
        talk.Wish("change");
        Assert.Equal("change/pick", talk.Asked);
        talk.Choose("/person/age_band");
        Assert.Equal("main/age", talk.Asked);
        talk.Choose("adult");
        Assert.Equal("main/country", talk.Asked);
        Assert.Null(talk.Values("/person/role"));
        Assert.Equal(["a story"], talk.Values("/statement/original"));
    }

    [Fact]
    public void Back_leaves_a_change_as_it_was()
    {
        var talk = Begun().Choose("no").Choose("adult");
        talk.World.Lists["fields"] = ["/person/age_band"];
        talk.Wish("change").Choose("/person/age_band").Wish("back");
        Assert.Equal("main/story", talk.Asked);
        Assert.Equal(["adult"], talk.Values("/person/age_band"));
    }

    [Fact]
    public void Skipping_a_changed_answer_takes_it_out()
    {
        var talk = Begun().Choose("no").Choose("adult");
        talk.World.Lists["fields"] = ["/person/age_band"];
        talk.Wish("change").Choose("/person/age_band").Wish("skip");
        Assert.Equal("main/story", talk.Asked);
        Assert.Empty(talk.Values("/person/age_band")!);
    }

    [Fact]
    public void Danger_by_a_tap_is_answered_in_the_next_message_and_the_country_asked_once()
    {
        var talk = Begun().Choose("yes");
        Assert.Equal(["danger/help/text"], talk.Said);
        Assert.Equal("danger/country", talk.Asked);
        talk.Choose("ES");
        Assert.Equal(["danger/numbers/text"], talk.Said);
        Assert.Equal("main/age", talk.Asked);
        talk.Choose("adult").Say("a story");
        Assert.Equal("summary/review", talk.Asked);
    }

    [Fact]
    public void Danger_in_words_comes_before_everything_and_returns_to_the_place()
    {
        var talk = Begun().Choose("no").Choose("adult").Say("he has a knife", "danger");
        Assert.Equal(["danger/help/text"], talk.Said);
        talk.Choose("ES");
        Assert.Equal("danger/still", talk.Asked);
        talk.Choose("no");
        Assert.Equal("summary/review", talk.Asked);
        var state = SignalState.Of(talk.Conversation);
        Assert.Empty(state.Active);
        Assert.Equal(["danger"], state.Cleared);
    }

    [Fact]
    public void What_an_older_version_asked_of_an_alarm_below_is_still_answered_there()
    {
        var talk = Begun().Choose("no").Say("he is here", "danger").Say("he is at the door", "danger").Choose("ES").Choose("no");
        Assert.Equal("main/age", talk.Asked);
        talk.Conversation = talk.Conversation with { Asking = $"danger/still~{talk.Conversation.Heard[0].Order}" };
        talk.Choose("yes");
        Assert.Equal(["yes"], talk.Values("/safety/immediate_danger"));
        Assert.Equal("main/age", talk.Asked);
    }

    [Fact]
    public void Danger_in_an_answer_that_was_not_understood_shows_help_and_no_complaint()
    {
        var talk = Begun().Choose("no").Say("he is at the door", "danger");
        Assert.Equal(["danger/help/text"], talk.Said);
    }

    [Fact]
    public void Back_takes_a_mistaken_taps_signal_away_but_words_keep_theirs()
    {
        var tapped = Begun().Choose("yes").Wish("back");
        Assert.Equal("main/danger", tapped.Asked);
        Assert.Empty(SignalState.Of(tapped.Conversation).Active);

        var written = Begun().Choose("no").Say("help", "danger").Wish("back");
        Assert.Contains("danger", SignalState.Of(written.Conversation).Active);
    }

    [Fact]
    public void Enough_goes_to_the_summary_but_a_danger_after_it_still_asks()
    {
        var talk = Begun().Choose("no").Choose("adult").Wish("enough");
        Assert.Equal("summary/review", talk.Asked);
        talk.Say("he is here", "danger");
        Assert.Equal("danger/country", talk.Asked);
        talk.Wish("enough");
        Assert.Equal("danger/country", talk.Asked);
    }

    [Fact]
    public void Review_edit_asks_what_to_change_and_comes_back_to_the_review()
    {
        var talk = Begun().Choose("no").Choose("adult").Wish("enough");
        talk.World.Lists["fields"] = ["/person/age_band"];
        talk.Choose("edit").Choose("/person/age_band").Choose("under_13");
        Assert.Equal("summary/review", talk.Asked);
        Assert.Equal(["under_13"], talk.Values("/person/age_band"));
    }

    [Fact]
    public void Why_says_the_reason_and_asks_again()
    {
        var talk = Begun().Wish("why");
        Assert.Equal(["main/danger/why"], talk.Said);
        Assert.Equal("main/danger", talk.Asked);
    }

    [Fact]
    public void Stop_ends_with_an_effect_on_the_world()
    {
        var talk = Begun().Choose("no").Wish("stop");
        Assert.True(talk.Conversation.Ended);
        Assert.Equal([new Effect(EffectKind.Forget, null)], talk.Effects);
    }

    [Fact]
    public void A_country_in_words_that_were_not_read_is_not_taken()
    {
        var talk = Begun().Choose("no").Choose("adult").Say("story").Say("somewhere");
        Assert.Equal("main/country", talk.Asked);
        Assert.Null(talk.Values("/person/country"));
    }

    [Fact]
    public void Too_long_is_told_and_the_place_kept()
    {
        var talk = Begun().Choose("no").Choose("adult").Say(new string('x', 21));
        Assert.Equal(["common/too-long"], talk.Said);
        Assert.Equal("main/story", talk.Asked);
    }

    [Fact]
    public void A_conversation_goes_on_under_a_newer_version_of_its_dialog()
    {
        var talk = Begun().Choose("no").Choose("adult");
        var newer = Main.Replace("id: story", "id: tale", StringComparison.Ordinal).Replace("id: danger,", "id: safe,", StringComparison.Ordinal);
        var later = new Talk(Talk.Loaded(newer, Summary, Danger, Change, Stop)) { Conversation = talk.Conversation };
        later.Do(new Input.Again());
        Assert.Equal("main/tale", later.Asked);
        later.Say("a story");
        Assert.Equal(["no"], later.Values("/safety/immediate_danger"));
        Assert.Equal("main/country", later.Asked);
    }

    [Fact]
    public void Progress_never_grows_by_more_than_three()
    {
        var talk = Begun();
        var last = talk.Messages[^1].Progress!.Value;
        Assert.Equal(1, last.At);
        foreach (var answer in new[] { "no", "under_13" })
        {
            talk.Choose(answer);
            var now = talk.Messages[^1].Progress!.Value;
            Assert.InRange(now.Of, now.At, last.Of + 3);
            last = now;
        }
    }

    [Fact]
    public void A_story_written_before_its_question_was_seen_is_kept_and_answers_nothing()
    {
        var talk = Begun().Choose("no").Choose("adult").Do(new Input.Unseen("he does it again"));
        Assert.Equal("main/story", talk.Asked);
        Assert.Equal(["common/thanks"], talk.Said);
        Assert.Equal(["he does it again"], talk.Values("/statement/original"));
        talk.Say("and again");
        Assert.Equal("main/country", talk.Asked);
        Assert.Equal(["he does it again\nand again"], talk.Values("/statement/original"));
        talk.Wish("back");
        Assert.Equal("main/story", talk.Asked);
        Assert.Equal(["he does it again"], talk.Values("/statement/original"));
        talk.Wish("skip");
        Assert.Equal("main/country", talk.Asked);
        Assert.Equal(["he does it again"], talk.Values("/statement/original"));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData(null)]
    public void What_tells_nothing_is_said_not_to_be_taken(string? words)
    {
        var talk = Begun().Choose("no").Choose("adult").Do(new Input.Unseen(words));
        Assert.Equal("main/story", talk.Asked);
        Assert.Equal(["common/unseen"], talk.Said);
        Assert.Null(talk.Values("/statement/original"));
        talk.Do(new Input.Unseen(words), "danger");
        Assert.Equal(["danger/help/text"], talk.Said);
    }
}
