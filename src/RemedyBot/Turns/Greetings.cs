using RemedyBot.Dialogs.Turns;
using Engine = RemedyBot.Dialogs.Turns.Engine;

namespace RemedyBot.Turns;

/// <summary>The first turn of a conversation, and the language that was chosen before it.</summary>
internal static class Greetings
{
    /// <summary>The same for everybody who has not begun, so it is made anew instead of stored.</summary>
    /// <param name="think">One turn of the engine.</param>
    public static TurnResult Of(CaseFile file, TurnRequest request, Func<CaseFile, Input, TurnResult> think)
    {
        var greeting = think(file, new Input.Nothing());
        return request.Language is { } tag && !request.Resume ? think(file with { Conversation = greeting.Conversation }, new Input.Language(tag)) : greeting;
    }

    /// <summary>A language fixed from outside answers the question for it also where it comes up later: after a return that was not to be.</summary>
    public static TurnResult Spoken(CaseFile file, TurnResult result, TurnRequest request, Engine engine, Func<CaseFile, Input, TurnResult> think)
    {
        if (request.Language is not { } tag || result.Conversation.Language is not null || engine.Question(result.Conversation) is not { OptionsFrom: "languages" })
            return result;
        var on = think(file with { Conversation = result.Conversation }, new Input.Language(tag));
        return on with { Effects = [.. result.Effects, .. on.Effects] };
    }
}
