using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Loading;

/// <summary>One text to translate, as the catalogs know it.</summary>
/// <param name="Key">file/step/text and the like.</param>
/// <param name="One">The singular, where `{count}` decides; else null.</param>
/// <param name="Kind">message, button or why.</param>
/// <param name="Max">Characters it may have.</param>
/// <param name="Placeholders">Name to type.</param>
/// <param name="Shown">Where it is shown, for translators: the question above a button; null for none.</param>
public sealed record SourceText(
    string Key, string Other, string? One, string Kind, int Max, bool Critical, IReadOnlyDictionary<string, string> Placeholders,
    string? Shown, string Language, string File, int Line)
{
    /// <summary>What falls back together: a question and its buttons.</summary>
    public string Unit => Key.Split('/') is [var file, var step, ..] && Key.Count(c => c == '/') > 1 ? $"{file}/{step}" : Key;
}

internal static class SourceTexts
{
    private const int Message = 1024;
    private const int Button = 40;
    private static readonly Dictionary<string, string> None = [];

    public static IEnumerable<SourceText> Of(Dialog dialog)
    {
        foreach (var step in dialog.Steps)
        {
            SourceText Make(string part, Text text, string kind, int max, string? shown = null) => new(
                $"{dialog.Name}/{step.Id}/{part}", text.Other, text.One, kind, max, step.Critical,
                kind == "message" ? step.With : None, shown, dialog.Source, dialog.File, text.Line);
            switch (step)
            {
                case Say say:
                    yield return Make("text", say.Text, "message", Message);
                    break;
                case End end:
                    yield return Make("text", end.Text, "message", Message);
                    break;
                case Ask ask:
                    foreach (var text in Of(ask, Make))
                        yield return text;
                    break;
            }
        }
    }

    public static SourceText Plain(string key, Text text, ContentFile file, string language, bool critical) => new(
        key, text.Other, text.One, "message", Message, critical, Named(text), null, language, file.Path, text.Line);

    private static IEnumerable<SourceText> Of(Ask ask, Func<string, Text, string, int, string?, SourceText> make)
    {
        yield return make("text", ask.Text, "message", Message, null);
        yield return make("why", ask.Why, "why", Message, null);
        if (ask.Thanks is not null)
            yield return make("thanks", ask.Thanks, "message", Message, null);
        if (ask.Retry is not null)
            yield return make("retry", ask.Retry, "message", Message, null);
        if (ask.Which is not null)
            yield return make("which", ask.Which, "message", Message, null);
        foreach (var option in ask.Options)
            yield return make($"option.{option.Value}", option.Title, "button", Button, ask.Text.Other);
        foreach (var (value, title) in ask.Titles)
            yield return make($"title.{value}", title, "button", Button, ask.Text.Other);
    }

    /// <summary>A file of texts declares no types: its placeholders are those it names.</summary>
    private static Dictionary<string, string> Named(Text text)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Placeholder.Names(text.Other).Concat(text.One is null ? [] : Placeholder.Names(text.One)))
            named[name] = "text";
        return named;
    }
}
