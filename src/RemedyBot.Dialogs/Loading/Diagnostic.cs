namespace RemedyBot.Dialogs.Loading;

/// <summary>An author's mistake: where it stands and what to do about it.</summary>
public sealed record Diagnostic(string Id, Severity Severity, string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Severity.ToString().ToUpperInvariant()} {Id}: {Message}";
}

public enum Severity
{
    Error,
    Warning,
}
