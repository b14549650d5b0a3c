using System.Text;
using System.Text.Json;
using RemedyBot.Commands;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class ClassifyTests
{
    private static (bool Well, List<JsonElement> Answers) Classify(params ReadOnlySpan<string> lines) => Classify(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static (bool Well, List<JsonElement> Answers) Classify(byte[] input)
    {
        using var output = new MemoryStream();
        var well = ClassifyCommand.Classify(TheModel.Reader, new MemoryStream(input), output);
        return (well, [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    [Fact]
    public void Answers_each_line_in_order_with_exactly_the_fields_of_the_contract()
    {
        var (well, answers) = Classify("""{"id":"a","text":"my ex posted my nudes"}""", """{"id":2,"text":"hello"}""", """{"id":"c","text":"voy a matarme","lang":"es"}""");

        Assert.True(well);
        Assert.Equal(["\"a\"", "2", "\"c\""], answers.Select(a => a.GetProperty("id").GetRawText()));
        Assert.All(answers, a => Assert.Equal(["id", "labels", "lang", "danger", "minor", "selfharm"], a.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("ibsa.ncii", answers[0].GetProperty("labels")[0].GetProperty("harm").GetString());
        Assert.Empty(answers[1].GetProperty("labels").EnumerateArray());
        Assert.True(answers[2].GetProperty("selfharm").GetBoolean());
        Assert.Equal("es", answers[2].GetProperty("lang").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"text":5}""")]
    [InlineData("""{"i\ud800d":1,"text":"hacked"}""")]
    [InlineData("""{"id":1,"text":"hacked","l\udc00":"en"}""")]
    public void A_broken_line_is_told_of_and_the_rest_goes_on(string line)
    {
        var (well, answers) = Classify("""{"id":1,"text":"hacked"}""", line, """{"id":3,"text":"hacked"}""");

        Assert.False(well);
        Assert.Equal(3, answers.Count);
        Assert.Equal(JsonValueKind.Null, answers[1].GetProperty("id").ValueKind);
        Assert.True(answers[1].TryGetProperty("error", out _));
        Assert.Equal(3, answers[2].GetProperty("id").GetInt32());
    }

    [Fact]
    public void Broken_unicode_and_carriage_returns_are_read()
    {
        var (well, answers) = Classify([.. "{\"id\":1,\"text\":\"hack\\uD800ed\"}\r\n{\"id\":2,\"text\":\"a"u8, 0xFF, .. "\"}\n"u8]);

        Assert.True(well);
        Assert.Equal(2, answers.Count);
    }

    [Fact]
    public void Labels_are_ranked_and_never_other()
    {
        var (_, answers) = Classify("""{"id":1,"text":"he threatens to send my pictures to my family if i do not pay 500 dollars"}""");

        var scores = answers[0].GetProperty("labels").EnumerateArray().Select(l => l.GetProperty("score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.DoesNotContain(answers[0].GetProperty("labels").EnumerateArray(), l => l.GetProperty("harm").GetString()!.StartsWith("other", StringComparison.Ordinal));
    }
}
