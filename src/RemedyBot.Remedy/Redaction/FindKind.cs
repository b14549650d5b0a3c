namespace RemedyBot.Remedy.Redaction;

public enum FindKind
{
    Link,
    Mail,
    Phone,
    Handle,
    Address,
    Name,

    /// <summary>A word the person named themselves.</summary>
    Word,
}
