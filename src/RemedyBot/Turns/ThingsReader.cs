using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;
using RemedyBot.Remedy.Harms;

namespace RemedyBot.Turns;

/// <summary>What was typed where a list is asked for: places by name, addresses, accounts.</summary>
internal sealed class ThingsReader(ChoiceReader choices, Platforms platforms)
{
    private const string PlatformIds = "plt.";
    private static readonly char[] OfAddresses = ['@', '.', '/', '_'];

    /// <param name="meant">The value of what is offered, or the thing as it was typed.</param>
    public Input Read(string text, Ask ask, Message present, Func<string, string> meant)
    {
        var typed = text.Trim();
        // "No" and "not sure" to "do you have the address?" say that there is none to write.
        if (choices.IsPlain(typed) && choices.Answer(typed) is var said && (said is null || (said == "no" && ask.Reads != "platform")) && platforms.Named(typed) is null)
            return present.Choices.Any(c => c.Value == Words.More) ? new Input.Chosen([Words.More]) : new Input.Wish("skip");
        // A number with its country is no tap.
        var tap = typed is ['+', var next, ..] && !char.IsDigit(next);
        var things = ItemsReader.Read(tap ? typed[1..] : typed).Select(meant).ToList();
        var own = things.FindAll(t => !present.Choices.Any(c => c.Value == t));
        if (own.Count > 0 && !Fit(own, ask.Reads))
            return new Input.Words(text);
        return tap && things is [var one] ? new Input.Toggled(one) : new Input.Items(things);
    }

    private bool Fit(List<string> things, string? reads) => reads switch
    {
        "platform" => things.TrueForAll(t => platforms.Named(t) is not null || !(t.StartsWith(PlatformIds, StringComparison.OrdinalIgnoreCase) || choices.IsPlain(t))),
        "link" => things.Exists(t => t.Split((char[]?)null).Any(IsOfAddress)),
        _ => !things.TrueForAll(choices.IsPlain),
    };

    /// <summary>"t.me/abc", "@somebody", "some.body_1", "maria99": something that a page or profile is called, and no word of a sentence.</summary>
    private static bool IsOfAddress(string word) => word.TrimEnd('.', ',', '!', '?', ':', ')') is { Length: > 1 } bare
        && (bare.IndexOfAny(OfAddresses) >= 0 || (bare.Any(char.IsDigit) && bare.Any(char.IsLetter)));
}
