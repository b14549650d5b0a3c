using System.Collections.Concurrent;
using RemedyBot.Dialogs.Loading;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Content;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Spans;
using DialogContent = RemedyBot.Dialogs.Loading.Content;
using Source = RemedyBot.Localization.Catalogs.SourceText;

namespace RemedyBot.Composition;

/// <summary>All content, read once at start: what the rooms make of the files.</summary>
public sealed class LoadedContent
{
    public const string RegistryPath = "localization/languages.yaml";
    private readonly Task<Hearing> _hearing;

    private LoadedContent(ContentFolder folder)
    {
        // Side by side: somebody may be waiting for the first page. What hears free words is not needed for it, so it comes last.
        var domain = Task.Run(() => Domain.Read(folder));
        _hearing = domain.ContinueWith(_ => Heard(folder), TaskScheduler.Default);
        Folder = folder;
        Dialogs = DialogReader.Read(folder.Dialogs());
        Sources = [.. Dialogs.Texts.Select(AsSource)];
        Localizer = Localizer.Load([.. folder.Catalogs()], Sources);
        Channels = ContentFolder.From(ChannelsFile.Path, () => ChannelsFile.Read(ChannelsFile.Path, folder.Text(ChannelsFile.Path)));
        Domain = domain.GetAwaiter().GetResult();
        Platforms = [.. Domain.Platforms.Listed.Select(p => new Choice(p.Id, null, p.Name))];
        Taxonomy = [.. Domain.Taxonomy.Leaves.Select(l => new Choice(l.Id, "harms/" + l.Id))];
        Mentions = new(Domain.Platforms.All.SelectMany(p => p.Heard.Select(name => (p.Id, name))));
        Others = new(Phrases(folder, "/others.txt").Select(phrase => ("other", phrase)));
    }

    /// <summary>What hears free words: the lists, and the model or why there is none.</summary>
    private sealed record Hearing(SignalFinder Signals, SpanFinder Spans, RelationFinder Relations, MessageReader? Reader, string? ModelProblem);

    // Whoever writes before it is ready waits for it: no word goes unheard.
    private Hearing Ears => _hearing.GetAwaiter().GetResult();

    public ContentFolder Folder { get; }

    public DialogContent Dialogs { get; }

    public IReadOnlyList<Source> Sources { get; }

    public Localizer Localizer { get; }

    public SignalFinder Signals => Ears.Signals;

    public Domain Domain { get; }

    /// <summary>Lists that are the same for everybody.</summary>
    public IReadOnlyList<Choice> Platforms { get; }

    public IReadOnlyList<Choice> Taxonomy { get; }

    /// <summary>Suggests harms for free words; null where there is no model, and people choose from the menu.</summary>
    public MessageReader? Reader => Ears.Reader;

    /// <summary>Finds platforms in free words.</summary>
    public NameFinder Mentions { get; }

    /// <summary>Finds in free words that they tell of another person than the one who writes.</summary>
    public NameFinder Others { get; }

    /// <summary>What each channel can show.</summary>
    public Channels.Activities.ChannelTable Channels { get; }

    /// <summary>Finds accounts, links and sums of money in free words.</summary>
    public SpanFinder Spans => Ears.Spans;

    /// <summary>Finds in free words who somebody is to the person.</summary>
    public RelationFinder Relations => Ears.Relations;

    /// <summary>Why the model cannot be used; null where it can.</summary>
    public string? ModelProblem => Ears.ModelProblem;

    /// <summary>A made-up name in this language for a case: the same id, the same name.</summary>
    public string MadeUpName(string language, string id)
    {
        var (first, second) = _names.GetOrAdd(language, tag => (Listed(tag, "common/name-first"), Listed(tag, "common/name-second")));
        return Handles.Suggest(id, first, second);
    }

    private readonly ConcurrentDictionary<string, (string[] First, string[] Second)> _names = new(StringComparer.Ordinal);

    private string[] Listed(string language, string key) =>
        Localizer.Catalog.Render(language, key).Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The languages a person may choose: those offered and translated far enough, so that nobody in danger meets a foreign sentence.</summary>
    public IReadOnlyList<Language> Spoken(bool drafts) => drafts ? _drafts ??= Speakable(true) : _spoken ??= Speakable(false);

    private IReadOnlyList<Language>? _spoken;
    private IReadOnlyList<Language>? _drafts;

    private IReadOnlyList<Language> Speakable(bool drafts) =>
        [.. Localizer.Registry.Offered(drafts).Where(l => drafts || Sources.All(s => s.Source == l.Tag) || Localizer.Catalog.Speaks(l.Tag))];

    /// <summary>Every mistake that keeps the bot from starting, a line each with file, line and what to do; null where there is none.</summary>
    public string? Problem => Mistakes.ToList() is { Count: > 0 } mistakes ? Told(mistakes) : null;

    private IEnumerable<string> Mistakes =>
    [
        .. Dialogs.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()),
        .. Dialogs.Dialogs.Find(RemedyBot.Dialogs.Model.DialogSet.Main) is null ? ["dialogs/main.yaml:0: It is missing: every conversation walks it."] : Array.Empty<string>(),
        .. Localizer.Findings.Where(f => f.Severity == Localization.Checks.Severity.Error && f.File == RegistryPath).Select(f => $"{f.File}:{f.Line}: {f.Message}"),
    ];

    /// <summary>Content that the bot can start with; else null, and lines that say what to mend.</summary>
    public static LoadedContent? Open(ContentFolder folder, out string? problem)
    {
        try
        {
            var content = Read(folder);
            problem = content.Problem;
            return problem is null ? content : null;
        }
        catch (ContentException e)
        {
            problem = Told([$"{e.Path}:{e.Line}: {e.Problem}."]);
            return null;
        }
    }

    /// <exception cref="ContentException">A file cannot be used.</exception>
    public static LoadedContent Read(ContentFolder folder) => new(folder);

    private static string Told(IEnumerable<string> mistakes) => string.Join('\n', mistakes) + "\nRun `remedybot check` for all findings.";

    private static Hearing Heard(ContentFolder folder)
    {
        var lists = Lists(folder);
        var signals = SignalFinder.From(lists);
        var (reader, problem) = Learning.Reader(folder, signals);
        return new(signals, new(lists), new(lists), reader, problem);
    }

    /// <summary>Every language's phrases, parted by commas or line breaks, without the comments.</summary>
    private static IEnumerable<string> Phrases(ContentFolder folder, string ending) => folder.Files("localization/", ending)
        .SelectMany(f => f.Content.Split('\n').Where(line => !line.StartsWith('#'))).SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The word lists of every language.</summary>
    public static IReadOnlyList<WordLists> Lists(ContentFolder folder)
    {
        var files = folder.Files("localization/style/", ".yaml").ToList();
        var lists = new WordLists[files.Count];
        Parallel.For(0, files.Count, at => lists[at] = WordListReader.Read(Path.GetFileNameWithoutExtension(files[at].Path), files[at].Content));
        return lists;
    }

    private static Source AsSource(RemedyBot.Dialogs.Loading.SourceText text) => new()
    {
        Key = text.Key,
        Text = text.One ?? text.Other,
        Plural = text.One is null ? null : text.Other,
        Kind = text.Kind switch { "button" => TextKind.Button, "why" => TextKind.Why, _ => TextKind.Message },
        Max = text.Max,
        Critical = text.Critical,
        Placeholders = [.. text.Placeholders.Keys],
        File = text.File,
        Line = text.Line,
        Note = text.Shown is null ? null : $"SHOWN under \"{text.Shown}\"",
        Source = text.Language,
    };
}
