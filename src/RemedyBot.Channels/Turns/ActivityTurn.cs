using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Turns;

/// <summary>The one door into the bot: an Activity in, Activities out, durable before it returns. Never throws for anything a person sends.</summary>
/// <param name="activity">A conversationUpdate begins a conversation, a message answers in it.</param>
public delegate Task<ActivityReply> ActivityTurn(Activity activity, Passage passage, CancellationToken cancellation);

/// <summary>What was said before in a conversation that a token opens, a page of it.</summary>
/// <param name="bearer">A token that was read and found good.</param>
/// <param name="after">The number of the last turn that the reader has in full.</param>
/// <param name="anew">Shown again from the start: without what is shown once only (a case code).</param>
/// <returns>Null where there is no such conversation.</returns>
public delegate Task<History?> ActivityHistory(string bearer, int after, bool anew, CancellationToken cancellation);
