using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Turns;

/// <summary>Answers to "you wrote this, is it right?": a question that ends with "none of these".</summary>
internal static class Confirmation
{
    // What a name or an address has and a plain answer has not.
    private static readonly char[] OfNames = ['@', '.', '/', '_'];

    /// <summary>"Yes" to one thing is that thing, to a list all of it; "no" is none of these. Null for any other answer.</summary>
    public static Input? Of(string text, Ask ask, Message present, ChoiceReader choices)
    {
        if (present.Choices is not [.., { Value: Words.More }] || choices.Answer(text) is not { } answer)
            return null;
        if (answer != "yes")
            return new Input.Chosen([Words.More]);
        return present.Choices.Count == 2 || ask.Kind == PromptKind.Items
            ? new Input.Chosen([.. present.Choices.Select(c => c.Value).Where(v => v != Words.More)])
            : null;
    }

    /// <summary>Whether a thing that was typed means the one that is offered. A name changed by a letter is meant as it was typed.</summary>
    public static bool Means(string thing, Ask ask) => ask.Reads == "platform" || thing.IndexOfAny(OfNames) < 0;
}
