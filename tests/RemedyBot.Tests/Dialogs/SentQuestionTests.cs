using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Tests.Dialogs;

/// <summary>The world, or the dialogs, changed between the question and its answer: what is said answers the question that was sent, or nothing.</summary>
public sealed class SentQuestionTests
{
    private const string Main = """
        dialog: main
        format: 1
        topic: consent
        steps:
          - {id: where, ask: choices, field: /locations/-/platform, text: Where?, why: Because., options: {from: platforms}}
          - {id: consent, call: consent, each: recipients}
          - {id: keep, ask: consent, to: keep, text: Keep?, why: Because.}
          - {id: end, end: done, text: Bye.}
        """;

    private const string Consent = """
        dialog: consent
        format: 1
        topic: consent
        steps:
          - {id: default, ask: consent, groups: default, text: May they?, why: Because.}
          - {id: handoff, effect: handoff, when: {fact: granted}}
        """;

    private static Talk At(params string[] recipients)
    {
        var world = new FakeWorld();
        (world.Lists["platforms"], world.Lists["recipients"], world.Lists["groups.default"]) = (["a", "b"], recipients, ["g1", "g3"]);
        return new Talk(Talk.Loaded(Main, Consent), world).Wish("skip");
    }

    private static IEnumerable<(string? Item, string Values)> Consents(Talk talk) =>
        Engine.Answers(talk.Conversation).Where(a => a.Step == "consent/default").Select(a => (a.Item, string.Join(' ', a.Values)));

    [Fact]
    public void A_yes_is_none_to_a_recipient_that_came_in_between_who_is_asked_about_next()
    {
        var talk = At();
        Assert.Equal("main/keep", talk.Asked);
        talk.World.Lists["recipients"] = ["desk"];
        Assert.True(talk.Engine.Look(talk.Conversation, talk.World) is { IsUnseen: false, Stands: true, Present.Step: "main/keep" });
        talk.Choose("yes");
        Assert.Equal(("consent/default", "desk"), (talk.Asked, talk.Messages[^1].Item));
        Assert.Empty(Consents(talk));
        Assert.Empty(talk.Effects);
        talk.Choose("no");
        Assert.Equal(["main/end/text"], talk.Said);
    }

    [Fact]
    public void A_yes_stays_one_to_the_recipient_that_was_shown_whatever_the_order_is_now()
    {
        var talk = At("a", "b");
        talk.World.Lists["recipients"] = ["b", "a"];
        talk.Choose("yes");
        Assert.Equal([("a", "g1 g3")], Consents(talk));
        Assert.Equal(("consent/default", "b"), (talk.Asked, talk.Messages[^1].Item));
    }

    [Fact]
    public void A_recipient_that_went_takes_its_question_along_and_what_is_said_is_told_to_be_no_answer()
    {
        var talk = At("a", "b").Do(new Input.Toggled("g3"));
        talk.World.Lists["recipients"] = ["b"];
        Assert.True(talk.Engine.Look(talk.Conversation, talk.World) is { IsUnseen: true, Stands: false, Present.Item: "b" });
        talk.Do(new Input.Unseen(null));
        Assert.Equal(["common/unseen"], talk.Said);
        Assert.Equal(("consent/default", "b"), (talk.Asked, talk.Messages[^1].Item));
        Assert.Empty(talk.Conversation.Picked);
        Assert.False(talk.Engine.Look(talk.Conversation, talk.World).IsUnseen);
        talk.Choose("yes");
        Assert.Equal([("b", "g1 g3")], Consents(talk));
    }

    [Fact]
    public void A_consent_to_more_than_was_shown_is_another_question()
    {
        var talk = At("a");
        talk.World.Lists["groups.default"] = ["g3", "g1"];
        Assert.False(talk.Engine.Look(talk.Conversation, talk.World).IsUnseen);
        talk.World.Lists["groups.default"] = ["g1", "g3", "g4"];
        Assert.True(talk.Engine.Look(talk.Conversation, talk.World).IsUnseen);
        talk.Do(new Input.Unseen(null)).Choose("yes");
        Assert.Equal([("a", "g1 g3 g4")], Consents(talk));
    }

    [Fact]
    public void What_does_not_answer_what_was_sent_is_no_answer_to_what_comes_first_now()
    {
        var talk = At();
        talk.World.Lists["recipients"] = ["desk"];
        talk.Do(new Input.Chosen(["g1"]));
        Assert.Equal(["common/unseen"], talk.Said);
        Assert.Equal("consent/default", talk.Asked);
        Assert.Empty(Consents(talk));
    }

    [Fact]
    public void Numbers_and_values_are_those_that_were_shown()
    {
        var world = new FakeWorld();
        (world.Lists["platforms"], world.Lists["recipients"]) = (["a", "b"], []);
        var talk = new Talk(Talk.Loaded(Main, Consent), world);
        world.Lists["platforms"] = ["c", "b"];
        var look = talk.Engine.Look(talk.Conversation, world);
        Assert.Equal(["a", "b"], look.Present!.Choices.Select(c => c.Value));
        Assert.True(look is { IsUnseen: false, Stands: false });
        talk.Choose("a");
        Assert.Equal("main/where", talk.Asked);
        Assert.Equal(["c", "b"], talk.Engine.Look(talk.Conversation, world).Present!.Choices.Select(c => c.Value));
        talk.Choose("b");
        Assert.Equal(["b"], talk.Values("/locations/-/platform"));
    }

    [Fact]
    public void What_an_older_version_sent_is_answered_as_it_stands()
    {
        var talk = At("a");
        talk.Conversation = talk.Conversation with { Offered = null };
        talk.World.Lists["groups.default"] = ["g1"];
        Assert.True(talk.Engine.Look(talk.Conversation, talk.World) is { IsUnseen: false, Stands: true });
        talk.Choose("yes");
        Assert.Equal([("a", "g1")], Consents(talk));
    }

    [Fact]
    public void Where_the_step_itself_is_gone_that_is_said()
    {
        var talk = At();
        var newer = new Talk(Talk.Loaded(Main.Replace("id: keep", "id: keeping", StringComparison.Ordinal), Consent), talk.World) { Conversation = talk.Conversation };
        newer.Do(new Input.Unseen(null));
        Assert.Equal(["common/ended-version", "common/unseen"], newer.Said);
        Assert.Equal("main/keeping", newer.Asked);
        newer.Choose("no");
        Assert.Equal(["main/end/text"], newer.Said);
    }
}
