namespace RemedyBot.EndToEnd.Security;

/// <summary>One way through the intake, the same in every language.</summary>
internal static class Walk
{
    private const int Most = 40;

    /// <summary>Answers until <paramref name="arrived"/>, telling <paramref name="words"/> where one's own words are welcome.</summary>
    public static async Task<Visitor> Until(Visitor visitor, Func<Visitor, bool> arrived, string? words = null, string consent = "yes")
    {
        var told = words is null;
        for (var turn = 0; turn < Most; turn++)
        {
            if (arrived(visitor))
                return visitor;
            if (visitor is { Step: "harm/what" } && !told)
            {
                told = true;
                await visitor.Say(words!);
                continue;
            }

            await Answer(visitor, consent);
        }

        throw new InvalidOperationException($"The walk ended at {visitor.Step}.");
    }

    /// <summary>To the page that shows the case code.</summary>
    public static Task<Visitor> ToCode(Visitor visitor, string? words = null, string consent = "yes") => Until(visitor, v => v.Code.Length > 0, words, consent);

    private static Task<Visitor> Answer(Visitor visitor, string consent) => visitor switch
    {
        { Topic: "safety" } => visitor.Choose("no"),
        { Topic: "age" } => visitor.Choose(visitor.Offers("adult") ? "adult" : "self"),
        { Topic: "harm", Kind: "choices" } => visitor.Choose("abuse.threat", "done"),
        { Kind: "review" } => visitor.Choose("confirm"),
        { Step: "keep/keep" } => visitor.Choose("yes"),
        { Kind: "consent" } => visitor.Choose(consent == "yes" ? [.. visitor.Boxes, consent] : [consent]),
        { Topic: "summary" or "consent" or "code" or "next" } => visitor.Wish("skip"),
        _ => visitor.Wish(visitor.Offers("enough") ? "enough" : "skip"),
    };
}
