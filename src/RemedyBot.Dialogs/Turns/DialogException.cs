namespace RemedyBot.Dialogs.Turns;

/// <summary>The host or the content is at fault; never the person.</summary>
public sealed class DialogException : Exception
{
    public DialogException() { }

    public DialogException(string message) : base(message) { }

    public DialogException(string message, Exception inner) : base(message, inner) { }
}
