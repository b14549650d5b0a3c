namespace RemedyBot.Channels.Activities;

/// <summary>What one channel can show and do. Its figures stand in `dialogs/channels.yaml`, each with its source; 0 means that there is no limit, or no such thing.</summary>
public sealed record ChannelLimits
{
    /// <summary>What Web Chat and its like can show.</summary>
    public static ChannelLimits Web { get; } = new() { MessageBack = true, Names = true, Ticks = true };

    /// <summary>Any app that nobody looked up: it may show no buttons at all, so choices are numbers.</summary>
    public static ChannelLimits App { get; } = new() { Actions = 0, Wishes = false };

    /// <summary>What <see cref="Text"/> and titles are counted in.</summary>
    public TextUnit Unit { get; init; }

    /// <summary>Units of one message. A longer text becomes several messages.</summary>
    public int Text { get; init; }

    /// <summary>Units of a message with something to tap under it, where that is less.</summary>
    public int Asking { get; init; }

    /// <summary>Buttons under one message. With more choices than these the choices become a numbered list in the text.</summary>
    public int Actions { get; init; } = 20;

    /// <summary>Units on one button. With a longer title the choices become a numbered list in the text.</summary>
    public int ActionTitle { get; init; } = 200;

    /// <summary>Rows of a list that opens under a message, for choices that are no buttons.</summary>
    public int Rows { get; init; }

    /// <summary>Units in one row of it.</summary>
    public int RowTitle { get; init; }

    /// <summary>Bytes that a button carries unseen.</summary>
    public int Callback { get; init; }

    /// <summary>Wishes get buttons too, behind the choices, as far as there is room.</summary>
    public bool Wishes { get; init; } = true;

    /// <summary>The wishes that stand under every question, and which go first where room is scarce.</summary>
    public WaysOut WaysOut { get; init; } = WaysOut.None;

    /// <summary>The wishes that get a button; null for all.</summary>
    public IReadOnlyList<string>? WishButtons { get; init; }

    /// <summary>A message's sender is shown by name beside it.</summary>
    public bool Names { get; init; }

    /// <summary>Buttons may show one thing and send another.</summary>
    public bool MessageBack { get; init; }

    /// <summary>Of several choices one is tapped at a time, and `done` in the end.</summary>
    public bool Ticks { get; init; }

    /// <summary>Hours within which a message can be taken back.</summary>
    public int Deletes { get; init; }

    /// <summary>A message that was sent can be changed.</summary>
    public bool Edits { get; init; }

    /// <summary>Hours after the person's last message within which the bot may write.</summary>
    public int Window { get; init; }

    /// <summary>The bot may write there days after the person's last message; beyond <see cref="Window"/> by a template.</summary>
    public bool Proactive { get; init; }

    /// <summary>Bytes of one call of an app to us.</summary>
    public int Call { get; init; } = ActivityLimits.Body;

    /// <summary>Who can read along: the text `apps/readers-NAME`.</summary>
    public string Readers { get; init; } = "carried";

    /// <summary>Messages that the channel takes from us in a second, all conversations together.</summary>
    public int ASecond { get; init; }

    /// <summary>Units up to which what is said in one turn goes together; 0: each message for itself.</summary>
    public int Joined { get; init; }

    /// <summary>Words that a channel obliges everybody to know, under the wish that each comes to; `begin` shows the question that waits.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The text that each message begins with in discreet mode.</summary>
    public string FirstLine => Unit is TextUnit.Gsm ? "apps/first-line-short" : "apps/first-line";

    /// <summary>Units of a message that has something to tap under it.</summary>
    public int WithActions => Asking > 0 ? Asking : Text;
}
