namespace RemedyBot.Localization.Checks;

/// <summary>The same care for the texts as they stand in the dialogs.</summary>
internal static class SourceChecks
{
    public static IEnumerable<Finding> Run(CheckedContent content)
    {
        foreach (var source in content.Sources.Values)
        {
            Finding Found(string id, Severity severity, string message) =>
                new(id, CheckedEntry.Raise(id, severity, source), source.File, source.Line, message, source.Key, source.Source);
            foreach (var text in source.Plural is null ? [source.Text] : new[] { source.Text, source.Plural })
            {
                foreach (var finding in WordingChecks.Run(text, source.Source, source, Found).Where(f => f.Id != "T03").Concat(LengthChecks.Run(text, source, Found)))
                    yield return finding;
                if (text.Any(c => Bidi.CleanText.IsIsolate(c)) && Bidi.Isolates.AreBalanced(text))
                    yield return Found("B02", Severity.Error, "Direction isolates do not belong into source texts: delete them, the bot adds its own.");
            }
        }
    }
}
