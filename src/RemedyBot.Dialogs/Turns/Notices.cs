using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>What is said about an answer before the next question.</summary>
internal static class Notices
{
    private static readonly string[] WaysOut = ["skip", "human", "help"];

    /// <summary>Never names an answer or a way out that is not there. After several wrong answers the ways out are shown again.</summary>
    public static string Retry(Waiting at, string reason, Conversation conversation, Limits limits)
    {
        var wishes = Wishing.Offered(at, conversation);
        return reason switch
        {
            "which" => at.Ask.Which is null ? "common/which" : $"{at.Dialog.Name}/{at.Ask.Id}/which",
            // Where it is about help, the question's own words say how to find it, however often they are needed.
            "retry" when at.Ask is { Critical: true, Retry: not null } => $"{at.Dialog.Name}/{at.Ask.Id}/retry",
            "retry" when conversation.Attempts >= limits.Attempts && WaysOut.All(wishes.Contains) => "common/retry-again",
            "retry" when at.Ask.Retry is not null => $"{at.Dialog.Name}/{at.Ask.Id}/retry",
            "retry" when at.Ask is { Kind: PromptKind.YesNo, Unknown: false } => "common/retry-yes-or-no",
            "retry" when at.Ask.Kind is not (PromptKind.YesNo or PromptKind.Consent or PromptKind.Review) && !wishes.Contains("skip") => "common/retry-question",
            "retry" => "common/retry-" + Compose.Question(at, conversation, [], null).Kind,
            "empty" when at.Ask is { Kind: PromptKind.Consent, Mode: not null } => "common/empty-consent",
            "empty" when !wishes.Contains("skip") => "common/empty-question",
            _ => "common/" + reason,
        };
    }

    /// <summary>Thanks and complaints are about the question that was asked; where another comes first, above all help, they would only stand in its way. A wrong code is told with the question that it brings up.</summary>
    public static bool AreAboutAnAnswer(Message notice) =>
        notice.TextKey is "common/empty" or "common/empty-question" or "common/empty-consent" or "common/unseen" or "common/thanks" or "common/taken-back" or "common/ended-version" or "common/which" || notice.TextKey.StartsWith("common/retry", StringComparison.Ordinal)
        || notice.TextKey.EndsWith("/thanks", StringComparison.Ordinal) || notice.TextKey.EndsWith("/retry", StringComparison.Ordinal)
        || notice.TextKey.EndsWith("/which", StringComparison.Ordinal);
}
