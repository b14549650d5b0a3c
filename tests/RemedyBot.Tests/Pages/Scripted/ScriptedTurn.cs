using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages.Scripted;

/// <summary>What the bot says at one place of the script, by language.</summary>
internal sealed record ScriptedTurn(Func<string, IReadOnlyList<OutMessage>> Messages, bool Ends = false);
