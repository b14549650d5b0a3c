namespace RemedyBot.Channels.Activities;

/// <summary>What one channel can show. Data, so that a further channel needs no code here.</summary>
public sealed record ChannelLimits
{
    /// <summary>What Web Chat and its like can show.</summary>
    public static ChannelLimits Web { get; } = new() { MessageBack = true };

    /// <summary>Any app: buttons whose title is what they send.</summary>
    public static ChannelLimits App { get; } = new() { Wishes = false };

    /// <summary>Buttons under one message. With more choices than these the choices become a numbered list in the text.</summary>
    public int Actions { get; init; } = 20;

    /// <summary>Characters on one button. With a longer title the choices become a numbered list in the text.</summary>
    public int ActionTitle { get; init; } = 200;

    /// <summary>Wishes get buttons too, behind the choices, as far as there is room for all of them.</summary>
    public bool Wishes { get; init; } = true;

    /// <summary>Buttons may show one thing and send another.</summary>
    public bool MessageBack { get; init; }

    public static ChannelLimits Of(string? channelId) => channelId is "directline" or "webchat" or "emulator" or "msteams" ? Web : App;
}
