namespace RemedyBot.Dialogs.Turns;

/// <summary>What is said about an answer before the next question.</summary>
internal static class Notices
{
    /// <param name="often">It was wrong several times, so the way out is shown again.</param>
    public static string Retry(Waiting at, string reason, bool often) => reason switch
    {
        "retry" when often => "common/retry-again",
        "retry" when at.Ask.Retry is not null => $"{at.Dialog.Name}/{at.Ask.Id}/retry",
        "retry" => "common/retry-" + Compose.Question(at, new Conversation(), [], null).Kind,
        _ => "common/" + reason,
    };

    /// <summary>Thanks and complaints are about the question that was asked; where another comes first, above all help, they would only stand in its way. A wrong code is told with the question that it brings up.</summary>
    public static bool AreAboutAnAnswer(Message notice) =>
        notice.TextKey is "common/empty" or "common/thanks" || notice.TextKey.StartsWith("common/retry", StringComparison.Ordinal)
        || notice.TextKey.EndsWith("/thanks", StringComparison.Ordinal) || notice.TextKey.EndsWith("/retry", StringComparison.Ordinal);
}
