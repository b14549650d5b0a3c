using RemedyBot.Channels.Activities;

namespace RemedyBot.Turns.Activities;

/// <summary>What the bot's messages say about themselves on the wire.</summary>
internal static class Questions
{
    public static QuestionData Of(OutMessage message) => new()
    {
        Step = message.Step,
        Topic = message.Topic,
        Kind = message.Kind,
        Field = message.Field,
        Choices = [.. message.Choices.Select(c => new Choice(c.Value, c.Title) { Picked = c.Picked })],
        Wishes = [.. message.Wishes.Select(w => new Choice(w.Value, w.Title))],
        Code = message.Code,
        Progress = message.Progress is { } p ? new(p.At, p.Of) : null,
        Recipient = message.Recipient is { } r ? new(r.Kind, r.Id, r.Name, r.Column) : null,
        Groups = message.Groups,
        By = message.By,
        Author = message.Human is null ? null : "human",
    };
}
