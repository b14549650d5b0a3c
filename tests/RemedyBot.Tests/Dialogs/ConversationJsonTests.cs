using System.Text;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Tests.Dialogs;

public sealed class ConversationJsonTests
{
    [Fact]
    public void Everything_that_is_written_comes_back()
    {
        var conversation = new Conversation
        {
            Language = "ar",
            Log =
            [
                new("language/hello", EntryKind.Said),
                new("safety/danger", EntryKind.Chosen) { Order = 1, Field = "/safety/immediate_danger", Values = ["yes"], Raised = ["danger"] },
                new("safety/again~3", EntryKind.Chosen) { Order = 2, Values = ["no"], Cleared = ["danger"] },
                new("story/tell#words", EntryKind.Words) { Order = 3, Values = ["\"quoted\"\nو كلمة 🙂"] },
                new("when/first", EntryKind.Skipped) { Order = 4, Field = "/timeline/-/when" },
            ],
            Heard = [new("selfharm", 5), new("return", 6)],
            Aside = new("change", 7),
            Reask = "a/b",
            Replaced = new(2, [new("harm/which", EntryKind.Chosen) { Order = 1, Field = "/harms", Values = ["ibsa.sextortion"] }]),
            Asking = "c/d@desk",
            Offered = ["yes", "no"],
            Picked = ["x", "y"],
            Attempts = 1,
            ProgressOf = 20,
            Next = 8,
            Ended = true,
            Ending = "kept",
        };

        // A property that is new has to stand above, or nobody sees that it is not written.
        Assert.DoesNotContain(typeof(Conversation).GetProperties(), p => p.CanWrite && p.GetValue(conversation) is null or 0 or false);

        var read = ConversationJson.Read(ConversationJson.Write(conversation))!;

        Assert.Equivalent(conversation, read, strict: true);
        Assert.Equal(ConversationJson.Write(conversation), ConversationJson.Write(read));
    }

    [Fact]
    public void What_the_first_format_wrote_is_still_read()
    {
        var read = ConversationJson.Read(Encoding.UTF8.GetBytes("""
            {"format":1,"language":"en","log":[{"key":"a/hello","kind":0,"values":[],"raised":[],"cleared":[]},
            {"key":"a/b@desk","kind":3,"order":4,"field":"/x","values":["yes","no"],"raised":["danger"],"cleared":[]}],
            "heard":[{"signal":"danger","order":2}],"aside":{"wish":"stop","order":5},"asking":"a/c","picked":[],"progressOf":9,"next":6}
            """))!;

        Assert.Equal(["a/hello", "a/b@desk"], read.Log.Select(e => e.Key));
        Assert.Equal(("/x", 4, "yes no", "danger"), (read.Log[1].Field, read.Log[1].Order, string.Join(' ', read.Log[1].Values), read.Log[1].Raised.Single()));
        Assert.Equal((new Heard("danger", 2), new Wished("stop", 5), "a/c", 9, 6), (read.Heard.Single(), read.Aside, read.Asking, read.ProgressOf, read.Next));
    }

    [Theory]
    [InlineData("""{"format":3,"log":[]}""")]
    [InlineData("""{"format":2,"log":[[]]}""")]
    [InlineData("""{"format":2,"log":[["a/b","c"]]}""")]
    [InlineData("""{"format":2,"log":{}}""")]
    [InlineData("""{"format":2,"unknown":1}""")]
    [InlineData("""[]""")]
    public void What_is_no_conversation_is_none(string json) => Assert.Null(ConversationJson.Read(Encoding.UTF8.GetBytes(json)));
}
