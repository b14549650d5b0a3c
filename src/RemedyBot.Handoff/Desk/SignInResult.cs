namespace RemedyBot.Handoff.Desk;

/// <summary>What came of trying to sign in.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <param name="SessionId">Belongs into the worker's cookie and nowhere else.</param>
    public sealed record Opened(string SessionId) : SignInResult
    {
        public override string ToString() => nameof(Opened);
    }

    /// <summary>Word, passphrase or code: nobody is told which.</summary>
    public sealed record Refused : SignInResult;

    /// <summary>Too many at once: nothing was looked at, and nothing counts.</summary>
    public sealed record Busy : SignInResult;

    /// <summary>This word was tried too often.</summary>
    public sealed record Wait(TimeSpan Pause) : SignInResult;
}
