using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>`channelData.remedybot`: what a message says about its question, without wording.</summary>
public sealed record QuestionData
{
    public required string Step { get; init; }
    public required string Topic { get; init; }
    public required string Kind { get; init; }
    public string? Field { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public IReadOnlyList<Choice> Wishes { get; init; } = [];
    public string? Code { get; init; }
    public Progress? Progress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Recipient? Recipient { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Groups { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <summary>`human` where a human wrote it; absent for the program's own words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; init; }

    /// <summary>The message waits for an answer.</summary>
    [JsonIgnore]
    public bool Asks => Kind is not ("say" or "end");
}

public sealed record Choice(string Value, string Title)
{
    /// <summary>Ticked already, of several; on no wire.</summary>
    [JsonIgnore]
    public bool Picked { get; init; }
}

public sealed record Progress(int At, int Of);

public sealed record Recipient(string Kind, string Id, string Name, string? Column);

/// <summary>The whole of our own `channelData`.</summary>
public sealed record OwnData(QuestionData Remedybot);
