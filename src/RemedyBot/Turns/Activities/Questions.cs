using RemedyBot.Channels.Activities;

namespace RemedyBot.Turns.Activities;

/// <summary>The bot's messages as Activities.</summary>
internal static class Questions
{
    public static Activity Of(OutMessage message, string language, ChannelLimits limits) => Layout.Of(
        message.Text,
        message.Language ?? language,
        new()
        {
            Step = message.Step,
            Topic = message.Topic,
            Kind = message.Kind,
            Field = message.Field,
            Choices = [.. message.Choices.Select(c => new Choice(c.Value, c.Title))],
            Wishes = [.. message.Wishes.Select(w => new Choice(w.Value, w.Title))],
            Code = message.Code,
            Progress = message.Progress is { } p ? new(p.At, p.Of) : null,
            Recipient = message.Recipient is { } r ? new(r.Kind, r.Id, r.Name, r.Column) : null,
            Groups = message.Groups,
            By = message.By,
        },
        limits);
}
