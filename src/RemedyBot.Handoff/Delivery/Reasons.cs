namespace RemedyBot.Handoff.Delivery;

/// <summary>Why something was not delivered: stable words for counters, dead letters and `remedybot outbox`. None says anything of a case.</summary>
public static class Reasons
{
    /// <summary>No connection, or it broke.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>No answer in time; it may have arrived.</summary>
    public const string Slow = "slow";

    /// <summary>Their mail server had all of the letter and did not say that it took it: it may come twice.</summary>
    public const string Unsure = "unsure";

    /// <summary>Their system failed (5xx, or 4xx in SMTP).</summary>
    public const string ServerError = "server_error";

    /// <summary>They ask for a pause (429).</summary>
    public const string Busy = "busy";

    /// <summary>An answer that does not follow the contract.</summary>
    public const string Malformed = "malformed";

    /// <summary>Our token or password is not taken, or may not do this.</summary>
    public const string NotAuthorised = "not_authorised";

    /// <summary>They understood and said no.</summary>
    public const string Refused = "refused";

    /// <summary>The queue, group, folder or address is not there.</summary>
    public const string NotThere = "not_there";

    /// <summary>Their key has expired, or is about to be the wrong one.</summary>
    public const string KeyExpired = "key_expired";

    /// <summary>The settings hold no key, or the parcel is not sealed, where this way takes sealed cases only.</summary>
    public const string KeyMissing = "key_missing";

    /// <summary>No sender for this recipient: taken out of the settings.</summary>
    public const string RecipientRemoved = "recipient_removed";

    /// <summary>Their server's certificate or encryption is not good enough.</summary>
    public const string NotSecure = "not_secure";

    /// <summary>Larger than they take.</summary>
    public const string TooBig = "too_big";

    /// <summary>The consent's day is over.</summary>
    public const string Expired = "expired";

    /// <summary>Our own fault: an unexpected exception.</summary>
    public const string Failure = "failure";

    /// <summary>The case that this withdraws or continues never arrived there.</summary>
    public const string NoCase = "no_case";

    /// <summary>Whether it may be there although we do not know it, wherever it went; of other reasons the sender says so.</summary>
    internal static bool MayHaveArrived(string reason) => reason is Unsure or Failure;

    /// <summary>Why something ended early: one of these, or the kind of an unexpected exception, whose text may quote what was under way.</summary>
    public static string Of(Exception e) => e is NotDelivered ? e.Message : e.GetType().Name;
}
