using RemedyBot.Composition;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Turns;

/// <summary>
/// "Go on, or stop?": asked on a page that is used again late, before anything of before is shown. An answer to it is never one to the question that waits
/// unseen, least of all to a consent.
/// </summary>
public sealed class Pause(LoadedContent content)
{
    public const string Step = "errors/still-there";

    /// <summary>The values of what it offers.</summary>
    public const string GoOn = "continue", Stop = "stop";

    private readonly Offer _goOn = new(GoOn, content.Localizer.Catalog.Titles("common/continue"));
    private readonly Offer _stop = Wishes.Offer(Stop, content);

    public OutMessage Question(string language) => new()
    {
        Text = content.Localizer.Catalog.Render(language, Step),
        Step = Step,
        Topic = "safety",
        Kind = "choice",
        Choices = [new(GoOn, content.Localizer.Catalog.Render(language, "common/continue"))],
        Wishes = [new(Stop, content.Localizer.Catalog.Render(language, "common/wish.stop"))],
    };

    /// <summary>By value, title in any language, or number. Null: neither of the two.</summary>
    public string? Read(string text) => content.Localizer.Wishes.Read(text, [_stop])
        ?? (content.Localizer.Choices.Read(text, [_goOn]) is ChoiceResult.Picked { Values: [var picked] } ? picked : null);
}
