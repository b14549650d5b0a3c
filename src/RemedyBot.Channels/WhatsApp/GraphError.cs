using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>What an error code of WhatsApp's means for us.</summary>
/// <param name="Problem">A sentence for the operator; null where it concerns one person only, or passes by itself.</param>
public sealed record GraphError(Sending Sending, string? Problem = null)
{
    /// <summary>More than a day since the person wrote: only a template may be sent.</summary>
    public const int WindowClosed = 131047;

    internal const int Token = 190;
    internal const int Unknown = 100;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PairPause = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static GraphError Of(int code) => code switch
    {
        // Too fast: for this number, towards this person, for this app.
        130429 => Later(Moment),
        131056 => Later(PairPause),
        4 or 80007 => Later(Minute, "WhatsApp limits how often this app may call"),
        131016 or 131057 or 133004 => Later(Minute),
        // It may have gone out before the error.
        1 or 2 or 131000 => new(new Sending(SendResult.Uncertain)),
        0 or 3 or 10 or 102 or Token or (>= 200 and <= 299) or 131005 => No("the access token is not good any more, or may not send (channels:whatsapp:tokenFile)"),
        33 or Unknown or 131008 or 131009 => No("WhatsApp did not understand a message of ours (channels:whatsapp:phoneNumberId, version)"),
        >= 132000 and <= 132999 => No("the template cannot be sent (channels:whatsapp:template, templateLanguages)"),
        131048 or 368 or 131031 or 130497 => No("WhatsApp has restricted this account; its manager page says why"),
        131042 => No("WhatsApp asks for a payment method before it delivers"),
        131045 or 133010 => No("this number is not registered for the Cloud API"),
        // The window is closed, or this one person cannot be reached.
        _ => No(null),
    };

    private static GraphError Later(TimeSpan wait, string? problem = null) => new(new Sending(SendResult.TryAgain, wait), problem);

    private static GraphError No(string? problem) => new(new Sending(SendResult.Refused), problem);
}
