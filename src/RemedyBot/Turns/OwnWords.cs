using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Turns;

/// <summary>An answer in a few words of one's own, where it is asked whether somebody is safe: nobody in danger should have to find the right word.</summary>
internal static class OwnWords
{
    private const string Safety = "/safety/";

    /// <summary>Whoever has thoughts of dying is not through with them because they are not there now.</summary>
    private const string Thoughts = "/safety/self_harm";

    /// <summary>The input as it is, or the answer that its words come to.</summary>
    public static Input Read(Input input, Ask ask, ChoiceReader choices)
    {
        if (input is not Input.Words { Text: var text } || ask is not { Kind: PromptKind.YesNo, Field: { } field } || !field.StartsWith(Safety, StringComparison.Ordinal))
            return input;
        return choices.OfSafety(text, calm: field != Thoughts, out var plain) is { } value && (value != "unknown" || ask.Unknown)
            ? new Input.Chosen([value]) { Told = plain ? null : text }
            : input;
    }
}
