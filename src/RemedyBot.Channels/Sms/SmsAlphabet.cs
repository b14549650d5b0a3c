namespace RemedyBot.Channels.Sms;

public enum SmsAlphabet
{
    /// <summary>160 places in one part, 153 in each of several.</summary>
    Gsm7,

    /// <summary>70 UTF-16 units in one part, 67 in each of several.</summary>
    Ucs2,
}
