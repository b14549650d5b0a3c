using System.Text;
using RemedyBot.Commands;

namespace RemedyBot.Tests.Contract;

/// <summary>One line is one message (contract, section 2).</summary>
public sealed class LinesTests
{
    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("a\rb\n", "a\rb")]
    [InlineData("a\r\r\n", "a\r")]
    [InlineData("a\nb", "a|b")]
    [InlineData("\n\n", "|")]
    [InlineData("", null)]
    [InlineData("  a  \n", "  a  ")]
    [InlineData("\"one\\ntwo\"\n", "one\ntwo")]
    [InlineData("\"\"\n", "")]
    [InlineData("\"a\" b\n", "\"a\" b")]
    [InlineData("\"open\n", "\"open")]
    [InlineData("\"a\\u00e9\\\"\"\n", "aé\"")]
    [InlineData("{\"a\":1}\n", "{\"a\":1}")]
    [InlineData("'a'\n", "'a'")]
    [InlineData(" \"a\"\n", " \"a\"")]
    public void Are_messages_as_they_stand_or_as_JSON_strings(string input, string? expected) =>
        Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(input)));

    [Fact]
    public void That_are_not_UTF_8_hold_replacement_characters()
    {
        Assert.Equal("a\ufffdb", Read([(byte)'a', 0xff, (byte)'b', (byte)'\n']));
        Assert.Equal("a\ufffd", Read([(byte)'a', 0xc3, (byte)'\n']));
    }

    [Theory]
    [InlineData("\"a\\ud800b\"\n")]
    [InlineData("\"a\\ud800b\" \n")]
    [InlineData("\"a\\udc00b\"\n")]
    public void With_a_lone_surrogate_are_still_JSON_strings(string input)
    {
        var read = Read(Encoding.ASCII.GetBytes(input))!;
        Assert.Equal(3, read.Length);
        Assert.Equal(('a', 'b'), (read[0], read[2]));
    }

    [Fact]
    public void With_a_lone_surrogate_keep_the_pairs_beside_it() =>
        Assert.Equal("\U0001f600\ud800\n/", Read(@"""\ud83d\ude00\ud800\n\/"""u8.ToArray()));

    private static string? Read(byte[] input)
    {
        using var lines = new ChatLines(new MemoryStream(input));
        var all = new List<string>();
        while (lines.Read() is { } line)
            all.Add(line);
        return all.Count == 0 ? null : string.Join('|', all);
    }
}
