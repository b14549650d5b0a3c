namespace RemedyBot.Handoff.Desk;

public enum EnrolmentResult
{
    Enrolled,

    /// <summary>Empty, too long, or with characters other than letters and digits.</summary>
    WordUnusable,
    WordTaken,

    /// <summary>Fewer than 5 words and fewer than 16 characters.</summary>
    PassphraseTooShort,
    CodeWrong,

    /// <summary>A desk stands already: set-up works once.</summary>
    AlreadySetUp,

    /// <summary>The one-time word that the server printed was not given.</summary>
    SetupWordWrong,
}
