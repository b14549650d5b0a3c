using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Storage.Codes;
using Talked = RemedyBot.Dialogs.Turns.Conversation;

namespace RemedyBot.Turns;

/// <summary>Whether a message is a case code, and where one is taken.</summary>
internal static class TypedCodes
{
    private const string NotHere = "errors/code-not-here";

    /// <summary>A code is taken where one is asked for, and before anything was answered here.</summary>
    public static bool Opens(string text, Ask? asked, Talked conversation) =>
        CaseCode.IsTried(text) && (asked is { Kind: PromptKind.Code, Mode: "return" } || IsFirst(text, conversation));

    /// <summary>Elsewhere none is, and in an app nowhere, so that it stands nowhere among the answers; one that was shown may be typed back.</summary>
    public static bool IsOutOfPlace(string text, Ask? asked, Talked conversation) =>
        asked is not { Kind: PromptKind.Code } && (CaseCode.IsNear(text) || IsFirst(text, conversation));

    /// <summary>Whether what was typed may be a code, right or wrong, so that it is kept nowhere.</summary>
    public static bool IsSecret(string? text, Ask? asked, Input input) => asked is { Kind: PromptKind.Code } || input is Input.Resume or Input.Return || (text is not null && CaseCode.IsNear(text));

    /// <summary>What stands in the past of a client instead of it; words without any digit are no code.</summary>
    public static string? Shown(string? text, string placeholder) => text is not null && (text.Any(char.IsDigit) || CaseCode.IsTried(text)) ? placeholder : text;

    public static TurnResult Refused(TurnResult again) =>
        again with { Messages = [new() { Step = NotHere, Topic = "code", Kind = "say", TextKey = NotHere }, .. again.Messages] };

    private static bool IsFirst(string text, Talked conversation) =>
        CaseCode.IsMeant(text) && !conversation.Log.Exists(e => e.IsAnswer && e.Field is not (null or "/person/languages"));
}
