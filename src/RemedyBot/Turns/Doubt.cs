using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Turns;

/// <summary>"I don't know", where that is no answer of the question itself: nobody has to know, so it is a skip.</summary>
internal static class Doubt
{
    private const string Unknown = "unknown";

    /// <summary>Null for anything else, where the question offers "not sure" itself, and where a yes, a no or a check is asked for.</summary>
    public static Input? Read(string text, Ask ask, Message present, ChoiceReader choices) =>
        ask is { Skippable: true, Kind: not (PromptKind.YesNo or PromptKind.Consent or PromptKind.Review or PromptKind.Code) }
            && !present.Choices.Any(c => c.Value == Unknown) && choices.IsUnknown(text)
            ? new Input.Wish("skip") { Unsure = true }
            : null;
}
