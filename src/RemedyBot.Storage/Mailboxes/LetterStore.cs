namespace RemedyBot.Storage.Mailboxes;

/// <summary>Letter boxes: anybody who knows a box id can put something in; only the box key reads it.</summary>
public sealed class LetterStore
{
    public Task WriteAsync(LetterDraft letter, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>All unread letters of a box, oldest first.</summary>
    public Task<IReadOnlyList<Letter>> ReadAsync(ReadOnlyMemory<byte> box, CancellationToken cancellation) => throw new InvalidOperationException();
}
