using System.Text.Json;
using RemedyBot.Commands;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Contract;

/// <summary>Somebody who talks to a bot, and sees what a program sees: the line of JSON. Every line is held against the rules.</summary>
internal sealed class Person(Func<string?, Task<TurnReply>> begin, Func<string, Task<TurnReply>> say)
{
    private int? _of;

    public Person(ChatTalk talk)
        : this(resume => talk.BeginAsync(resume, default), text => talk.SayAsync(text, default))
    {
    }

    /// <summary>The last line, as bytes and as JSON.</summary>
    public byte[] Line { get; private set; } = [];

    public JsonElement Reply { get; private set; }

    public JsonElement[] Messages => [.. Reply.GetProperty("messages").EnumerateArray()];

    /// <summary>The message that asks, or the last one where none does.</summary>
    public JsonElement Last => Messages[^1];

    public string Step => Last.GetProperty("step").GetString()!;

    public string Kind => Last.GetProperty("kind").GetString()!;

    public string? Field => Last.GetProperty("field").GetString();

    public bool Ended => Reply.GetProperty("ended").GetBoolean();

    public string? Code => Reply.GetProperty("code").GetString();

    public JsonElement Trace => Reply.GetProperty("trace");

    public string? Urgency => Trace.GetProperty("urgency").GetString();

    public string[] Reasons => Strings(Trace.GetProperty("reasons"));

    public string[] Signals => Strings(Trace.GetProperty("signals"));

    public JsonElement Summary => Trace.GetProperty("summary");

    public JsonElement[] Handoffs => [.. Trace.GetProperty("handoffs").EnumerateArray()];

    public string[] Choices => Values("choices");

    public string[] Wishes => Values("wishes");

    public string Texts => string.Join('\n', Messages.Select(m => m.GetProperty("text").GetString()));

    public string[] Steps => [.. Messages.Select(m => m.GetProperty("step").GetString()!)];

    public string Title(string value) => Last.GetProperty("choices").EnumerateArray().Concat(Last.GetProperty("wishes").EnumerateArray())
        .First(c => c.GetProperty("value").GetString() == value).GetProperty("title").GetString()!;

    public async Task Begin(string? resume) => Take(await begin(resume));

    /// <summary>Says one line after the other.</summary>
    public async Task<Person> Say(params string[] lines)
    {
        foreach (var line in lines)
        {
            if (Ended)
                _of = null;
            Take(await say(line));
        }
        return this;
    }

    /// <summary>One line after the other until a step asks; passes over what is in between.</summary>
    public async Task<Person> SkipTo(string step)
    {
        for (var turn = 0; turn < 60 && Step != step; turn++)
            await Say("skip");
        Assert.Equal(step, Step);
        return this;
    }

    private void Take(TurnReply reply)
    {
        Line = ChatJson.Write(reply);
        using var json = JsonDocument.Parse(Line);
        Reply = json.RootElement.Clone();
        Rules.Hold(Reply);
        _of = Rules.Paced(Last, _of);
    }

    private string[] Values(string list) => [.. Last.GetProperty(list).EnumerateArray().Select(c => c.GetProperty("value").GetString()!)];

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(s => s.GetString()!)];
}
