using System.Text;
using RemedyBot.Channels.Apps;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Turns;
using AppParcel = RemedyBot.Channels.Apps.Parcel;

namespace RemedyBot.Tests.Contract;

/// <summary>The one message in an app when there is news, where the person said yes to exactly that.</summary>
public sealed class RingTests
{
    private const string Question = "ring/may";
    private const string Channel = "app:telegram";
    private const string Chat = "chat-0815-4711";
    private readonly List<AppParcel> _sent = [];
    private Sending? _comes = new(SendResult.Sent);

    [Fact]
    public async Task It_is_asked_about_by_its_words_and_comes_once_until_the_person_has_come()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        Assert.Contains("There is a message for you.", person.Texts, StringComparison.Ordinal);
        Assert.Contains("kept locked", person.Texts, StringComparison.Ordinal);
        Assert.Empty(await Sealed(chat));
        await person.Say("yes");
        Assert.Contains(Chat, Assert.Single(await Sealed(chat)), StringComparison.Ordinal);

        await Answer(chat, "We have read it.");
        await Answer(chat, "Once more.");
        var rung = Assert.Single(_sent);
        Assert.Equal((Chat, "There is a message for you."), (rung.Conversation, Assert.Single(rung.Activities).Text));
        Assert.Empty(await Sealed(chat));

        await person.Say("hello");
        Assert.Equal("return/device", person.Step);
        await person.Say("no");
        Assert.Contains("We have read it.", person.Texts, StringComparison.Ordinal);
        Assert.Contains("Once more.", person.Texts, StringComparison.Ordinal);
        Assert.Single(_sent);
        await Answer(chat, "A third.");
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task It_still_comes_days_later_after_the_end_for_today()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("yes");
        for (var turn = 0; turn < 20 && !person.Ended; turn++)
            await person.Say("skip");
        for (var day = 0; day < 3; day++)
        {
            chat.Later(1);
            await chat.Bot.Vault.Caretaker.TurnKeysAsync(default);
        }
        await Answer(chat, "We have read it.");
        Assert.Single(_sent);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("skip")]
    public async Task Without_a_yes_no_address_is_sealed_and_nothing_comes(string answer)
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say(answer);
        await Answer(chat, "We have read it.");
        Assert.Empty(await Sealed(chat));
        Assert.Empty(_sent);
        await person.Say("hello");
        await person.Say("no");
        Assert.Contains("We have read it.", person.Texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("change", "/ring/may", "no")]
    [InlineData("change", "/consent/" + TwoHelplines.Clear, "yes")]
    [InlineData("change", "/safety/device_compromise", "yes")]
    [InlineData("stop")]
    [InlineData("erase", "yes")]
    public async Task Taken_back_in_any_way_the_address_is_gone_and_nothing_comes(params string[] says)
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("yes");
        Assert.Single(await Sealed(chat));
        await person.Say(says);
        Assert.Empty(await Sealed(chat));
        await Answer(chat, "We have read it.");
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task It_can_be_taken_back_at_once_by_whoever_comes_back()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("yes");
        await Answer(chat, "We have read it.");
        chat.Later(3);
        await person.Say("hello", "no", "skip");
        Assert.Single(await Sealed(chat));
        await person.Say("edit", "/ring/may");
        Assert.Equal(Question, person.Step);
        await person.Say("no");
        Assert.Empty(await Sealed(chat));
        await Answer(chat, "Once more.");
        Assert.Single(_sent);
    }

    [Fact]
    public async Task Taken_to_the_page_the_address_in_the_app_is_gone()
    {
        await using var chat = await Open(page: "https://help.example/");
        var person = await UpToKeep(chat, "no", TwoHelplines.Clear, can: true);
        await person.Say("yes");
        var code = person.Code;
        await person.Say("skip");
        Assert.Equal(Question, person.Step);
        await person.Say("yes");
        Assert.Single(await Sealed(chat));
        Assert.Equal("return/device", (await chat.Greet("en", code)).Step);
        Assert.Empty(await Sealed(chat));
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_taken_back_too()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("yes");
        _comes = new(SendResult.TryAgain);
        await Answer(chat, "We have read it.");
        Assert.Single(_sent);
        await person.Say("erase", "yes");
        _comes = new(SendResult.Sent);
        chat.Later(1);
        await Dispatch(chat);
        Assert.Single(_sent);
    }

    [Fact]
    public async Task It_can_be_wanted_after_all()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("no", "change");
        Assert.Contains("/ring/may", person.Choices);
        await person.Say("/ring/may");
        Assert.Equal(Question, person.Step);
        await person.Say("yes");
        await Answer(chat, "We have read it.");
        Assert.Single(_sent);
    }

    [Theory]
    [InlineData("unknown", TwoHelplines.Clear, "yes", true)]
    [InlineData("no", TwoHelplines.Sealed, "yes", true)]
    [InlineData("no", TwoHelplines.Clear, "no", true)]
    [InlineData("no", TwoHelplines.Clear, "yes", false)]
    public async Task It_is_not_asked_where_others_look_nobody_can_answer_nothing_is_kept_or_the_app_takes_none(string device, string recipient, string keeps, bool can)
    {
        await using var chat = await Open();
        var person = await UpToKeep(chat, device, recipient, can);
        await person.Say(keeps);
        for (var turn = 0; turn < 20 && !person.Ended; turn++)
        {
            Assert.NotEqual(Question, person.Step);
            await person.Say("skip");
        }
        Assert.Empty(await Sealed(chat));
    }

    [Fact]
    public async Task What_did_not_go_is_tried_again_and_goes_once()
    {
        await using var chat = await Open();
        await (await UpToRing(chat)).Say("yes");
        _comes = new(SendResult.TryAgain, TimeSpan.FromSeconds(1));
        await Answer(chat, "We have read it.");
        var waiting = Assert.Single(await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).ListAsync(default));
        Assert.Equal((ParcelForm.Ring, Channel, Reasons.Busy, null), (waiting.Form, waiting.Recipient, waiting.Last, waiting.Dead));
        _comes = new(SendResult.Sent);
        chat.Later(0.01);
        await Dispatch(chat);
        await Dispatch(chat);
        Assert.Equal(2, _sent.Count);
        Assert.Empty(await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).ListAsync(default));
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again()
    {
        await using var chat = await Open();
        await (await UpToRing(chat)).Say("yes");
        _comes = new(SendResult.Uncertain);
        await Answer(chat, "We have read it.");
        chat.Later(1);
        await Dispatch(chat);
        Assert.Single(_sent);
        Assert.Empty(await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).ListAsync(default));
    }

    [Fact]
    public async Task What_the_app_will_not_take_becomes_a_dead_letter_with_its_reason_and_goes_when_the_person_comes()
    {
        await using var chat = await Open();
        var person = await UpToRing(chat);
        await person.Say("yes");
        _comes = new(SendResult.Refused);
        await Answer(chat, "We have read it.");
        Assert.Equal(Reasons.Refused, Assert.Single(await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).ListAsync(default)).Dead);
        await person.Say("hello");
        Assert.Empty(await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).ListAsync(default));
        Assert.Single(_sent);
    }

    [Fact]
    public async Task A_process_that_ends_between_the_letter_and_the_message_leaves_exactly_one_to_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("remedybot-ring-").FullName;
        try
        {
            await using (var chat = await Open(folder))
            {
                await (await UpToRing(chat)).Say("yes");
                await chat.Helplines!.Answer(chat.Bot.Vault, "We have read it.");
            }
            Assert.Empty(_sent);
            await using var next = await Open(folder, seed: 8);
            await Dispatch(next);
            await Dispatch(next);
            Assert.Equal(Chat, Assert.Single(_sent).Conversation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<AChat> Open(string? folder = null, long seed = 7, string? page = null)
    {
        var chat = await AChat.Open(desk: false, helplines: new(), vault: new() { DataFolder = folder }, seed: seed, page: page);
        chat.Bot.Rings.Way = (parcel, _) =>
        {
            _sent.Add(parcel);
            return Task.FromResult(_comes);
        };
        return chat;
    }

    private static async Task<Person> UpToRing(AChat chat)
    {
        var person = await UpToKeep(chat, "no", TwoHelplines.Clear, can: true);
        await person.Say("yes");
        Assert.Equal(Question, person.Step);
        return person;
    }

    private static async Task<Person> UpToKeep(AChat chat, string device, string recipient, bool can)
    {
        var place = new AppPlace(Channel, Chat)
        {
            Readers = "company",
            Call = can ? (text, language) => new(Channel, Encoding.UTF8.GetString((new AppParcel("", Channel, Chat, 0, false, [new() { Type = "message", Text = text, Locale = language }]) with { Rings = true }).Write())) : null,
        };
        var person = await chat.Write("en", place);
        await person.Say("no", device);
        for (var turn = 0; turn < 40 && person.Step is not ("keep/keep-here" or "keep/keep"); turn++)
            await person.Say(person.Step switch
            {
                "age/band" => "adult",
                "harm/what" => "abuse.harassment",
                "detail/many" => "enough",
                "summary/review" => "confirm",
                "recipient-consent/default" => person.Last.GetProperty("recipient").GetProperty("id").GetString() == recipient ? "yes" : "no",
                _ => "skip",
            });
        Assert.StartsWith("keep/keep", person.Step, StringComparison.Ordinal);
        return person;
    }

    /// <summary>The helplines write, and what is due goes.</summary>
    private static async Task Answer(AChat chat, string words)
    {
        await chat.Helplines!.Answer(chat.Bot.Vault, words);
        await Dispatch(chat);
    }

    private static Task<int> Dispatch(AChat chat) => chat.Bot.Dispatcher.RunOnceAsync(default);

    /// <summary>What stands in thread rows.</summary>
    private static async Task<IReadOnlyList<string>> Sealed(AChat chat)
    {
        var threads = await chat.Bot.Vault.Threads.ListAsync(default);
        var payloads = threads.Select(t => Encoding.UTF8.GetString(t.Payload.Span)).ToList();
        threads.ToList().ForEach(t => t.Dispose());
        return payloads;
    }
}
