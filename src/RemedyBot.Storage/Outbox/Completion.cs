using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Storage.Outbox;

/// <summary>What is written in the commit that deletes a delivered (or given up) outbox entry.</summary>
/// <param name="Letter">Tells the person what became of it.</param>
/// <param name="Desk">The case's row where the recipient is the built-in desk.</param>
/// <param name="Thread">Keeps a two-way system's ticket number.</param>
/// <param name="Next">A further delivery, such as a withdrawal of what just arrived.</param>
public sealed record Completion(LetterDraft? Letter = null, DeskDraft? Desk = null, ThreadDraft? Thread = null, OutboxDraft? Next = null);
