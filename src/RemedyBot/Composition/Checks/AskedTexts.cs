using RemedyBot.Dialogs.Loading;
using RemedyBot.Localization.Checks;
using RemedyBot.Remedy.Reading;
using Severity = RemedyBot.Localization.Checks.Severity;

namespace RemedyBot.Composition.Checks;

/// <summary>D31: texts that the program itself asks for. Where one is missing, people read its key.</summary>
internal sealed class AskedTexts(ContentFolder folder, LoadedContent content)
{
    // What these hold hangs on the taxonomy and on the channels, not on the program.
    private static readonly string[] Elsewhere = ["harms/", "apps/readers-"];

    private const string DeskWording = "desk/";

    public IEnumerable<Finding> Run()
    {
        var known = content.Sources.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return ForData().Concat(ForProgram()).Distinct().Where(wanted => !known.Contains(wanted.Key)).Select(wanted => new Finding(
            "D31", Severity.Error, wanted.File, FirstLine(wanted.File), $"The text `{wanted.Key}` is missing, and people would read these letters instead. Add `{wanted.Key[(wanted.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]}` here.", wanted.Key));
    }

    /// <summary>Words for harms, fields of the summary, first-hour cards, and who can read along.</summary>
    private IEnumerable<(string Key, string File)> ForData() => content.Domain.Taxonomy.Leaves.Select(l => ("harms/" + l.Id, "dialogs/harms.yaml"))
        .Concat(SummaryText.Keys.Select(k => (k, "dialogs/fields.yaml")))
        .Concat(content.Channels.All.Select(l => ("apps/readers-" + l.Readers, "dialogs/apps.yaml")))
        .Concat(content.Domain.Taxonomy.Leaves.SelectMany(l => l.FirstHour).Select(c => ($"next/{c}/text", "dialogs/next.yaml")));

    /// <summary>The files of texts that came with the program hold what it asks for, in this version of it: a file that is laid over one needs the same.</summary>
    private IEnumerable<(string Key, string File)> ForProgram()
    {
        var shipped = DialogReader.Read(new ContentFolder(null, folder.Shipped).Dialogs());
        var wordings = shipped.Texts.Select(t => DeskWording + t.Key.Replace('/', '.')).ToHashSet(StringComparer.Ordinal);
        var steps = shipped.Dialogs.All.Select(d => d.File).ToHashSet(StringComparer.Ordinal);
        return shipped.Texts
            .Where(t => !steps.Contains(t.File) && !wordings.Contains(t.Key) && !Elsewhere.Any(e => t.Key.StartsWith(e, StringComparison.Ordinal)))
            .Select(t => (t.Key, t.File));
    }

    private int FirstLine(string file) => content.Dialogs.Texts.Where(t => t.File == file).Select(t => t.Line).DefaultIfEmpty(1).Min();
}
