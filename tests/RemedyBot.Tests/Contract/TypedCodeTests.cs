using System.Globalization;
using System.Text;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Contract;

/// <summary>A case code that is typed stands nowhere: not in the past, not among the answers (T14).</summary>
public sealed class TypedCodeTests
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}")]
    [InlineData("{2}")]
    public async Task A_near_code_typed_before_the_right_one_stands_in_no_stored_turn(string near)
    {
        await using var chat = await AChat.Open();
        var code = await Kept(chat);
        var line = new Client(chat);
        // A wrong check digit, a digit too few, a group too few.
        var typed = string.Format(CultureInfo.InvariantCulture, near, code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10)), code[..^1], code[..23]);
        await line.Begin();
        await line.Say(typed);
        await line.Say(code);
        await line.Say("no");
        Assert.Equal("return/menu", line.Step);
        AssertNowhere(code, await line.Stored());
    }

    [Fact]
    public async Task A_code_typed_at_any_question_becomes_no_answer()
    {
        await using var chat = await AChat.Open();
        var code = await Kept(chat);
        var line = new Client(chat);
        var kinds = new HashSet<string>();
        await line.Begin();
        await line.Say("no");
        for (var turn = 0; turn < 60 && line.Kind != "end" && line.Kind != "code"; turn++)
        {
            var (step, kind) = (line.Step, line.Kind);
            foreach (var typed in new[] { code, code[..^1], code + "0" })
            {
                await line.Say(typed);
                Assert.Equal((step, "errors/code-not-here"), (line.Step, line.Reply.Messages[0].Step));
            }
            kinds.Add(kind);
            await line.Say(line.Step switch
            {
                "safety/device" => "no",
                "harm/what" => "abuse.hate",
                _ => kind switch { "review" => "confirm", "consent" => "yes", "date" => "2026-11-20", "text" when line.Reply.Messages[^1].Field == "/statement/original" => "Something I said.", _ => "skip" },
            });
        }
        Assert.Equal(["choice", "choices", "consent", "date", "items", "review", "text", "yesno"], kinds.Order(StringComparer.Ordinal));
        Assert.NotEmpty(line.Reply.Trace!["handoffs"]!.AsArray());
        AssertNowhere(code, await line.Stored());
        AssertNowhere(code, Encoding.UTF8.GetString(RemedyBot.Commands.ChatJson.Write(line.Reply with { Messages = [], Code = null })));
    }

    [Fact]
    public async Task Other_long_numbers_are_answers_as_ever()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "4111 1111 1111 1111 was charged, call +49 151 12345678");
        Assert.DoesNotContain("errors/code-not-here", person.Steps);
        await person.Say("my number is 12345 67890 12345 67890 12345");
        Assert.DoesNotContain("errors/code-not-here", person.Steps);
    }

    private static async Task<string> Kept(AChat chat)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "confirm", "yes", "yes");
        var code = person.Code;
        await person.Say("stop");
        return code ?? throw new InvalidOperationException();
    }

    private static void AssertNowhere(string code, string stored)
    {
        foreach (var group in code.Split(' '))
            Assert.DoesNotContain(group, stored, StringComparison.Ordinal);
    }

    /// <summary>A client of Direct Line's sort, whose past is kept to be shown again.</summary>
    private sealed class Client(AChat chat)
    {
        private int _messages;

        public TurnReply Reply { get; private set; } = null!;

        public string Step => Reply.Messages[^1].Step;

        public string Kind => Reply.Messages[^1].Kind;

        public Task Begin() => Take(new(null, "0", null, ["en"]) { Language = "en", Begin = true });

        public Task Say(string text)
        {
            var id = (++_messages).ToString(CultureInfo.InvariantCulture);
            return Take(new(Reply.Token, id, text, ["en"]) { Language = "en", Front = id + "\n" + text, Bound = true });
        }

        /// <summary>Everything that is stored under this token, opened.</summary>
        public async Task<string> Stored()
        {
            using var stored = await chat.Bot.Vault.Conversations.LoadAsync(chat.Bot.Vault.Tokens.Read(Reply.Token).Token!.Key, mayBegin: false, default);
            var turns = await chat.Bot.Vault.Conversations.ReadTurnsAsync(stored!, 1, 500, default);
            Assert.NotEmpty(turns);
            return string.Concat(turns.Select(t => Encoding.UTF8.GetString(t.Body.Span))) + Encoding.UTF8.GetString(stored!.Payload.Span);
        }

        private async Task Take(TurnRequest request) => Reply = await chat.Bot.Runner.HandleAsync(request, default);
    }
}
