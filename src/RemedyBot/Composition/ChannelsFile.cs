using System.Text.Json.Serialization;
using RemedyBot.Channels.Activities;
using RemedyBot.Dialogs.Model;
using RemedyBot.Remedy.Content;

namespace RemedyBot.Composition;

/// <summary>Reads `dialogs/channels.yaml`: what each channel can show, each figure with where it comes from.</summary>
internal static class ChannelsFile
{
    public const string Path = "dialogs/channels.yaml";

    /// <summary>A figure that we chose ourselves, where a platform gives none or a smaller one is kinder.</summary>
    private const string Ours = "ours";

    private static readonly string[] Units = [.. Enum.GetNames<TextUnit>().Select(n => n.ToLowerInvariant())];

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public static ChannelTable Read(string path, string text)
    {
        var file = YamlText.Read(path, text, ChannelsJson.Default.ChannelsContent, out var root);
        var sources = file.Sources ?? [];
        foreach (var (name, source) in sources)
            if (!Uri.TryCreate(source?.Url, UriKind.Absolute, out _) || !DateOnly.TryParseExact(source!.Verified, "yyyy-MM-dd", out _))
                throw root.At("sources").At(name).Wrong($"the source '{name}' needs a url and the day on which somebody looked (verified: 2026-01-31)");
        var (apps, connector, ways) = (Limits(root, "apps", file.Apps, sources), Limits(root, "connector", file.Connector, sources), Ways(root, file.WaysOut));
        Dictionary<string, ChannelLimits> With(Dictionary<string, ChannelLimits> limits) => limits.ToDictionary(l => l.Key, l => l.Value with { WaysOut = ways });
        return new(With(apps), With(connector), ways);
    }

    private static WaysOut Ways(ContentPlace root, WaysEntry? ways)
    {
        if (ways is not { Always.Count: > 0 })
            throw root.At("ways_out").Wrong("ways_out: always names no wish, so that nobody would be shown the way out of a question");
        if (ways.Always.Concat(ways.Then ?? []).FirstOrDefault(w => !Words.Wishes.Contains(w)) is { } unknown)
            throw root.At("ways_out").Wrong($"ways_out: '{unknown}' is no wish. Wishes are {string.Join(", ", Words.Wishes)}");
        return new(ways.Always, ways.Then ?? []);
    }

    private static Dictionary<string, ChannelLimits> Limits(ContentPlace root, string part, Dictionary<string, Entry?>? entries, Dictionary<string, SourceEntry?> sources)
    {
        var limits = new Dictionary<string, ChannelLimits>(StringComparer.Ordinal);
        foreach (var (name, entry) in entries ?? [])
        {
            var place = root.At(part).At(name);
            if (entry is null)
                throw place.Wrong($"{part}: {name} is empty. Write its figures, or take it out");
            foreach (var (figure, value) in entry.Figures())
            {
                if (value < 0)
                    throw place.At(figure).Wrong($"{part}: {name}: {figure} is less than nothing. Write the figure, or take it out");
                if (entry.From?.GetValueOrDefault(figure) is not { } from || (from != Ours && !sources.ContainsKey(from)))
                    throw place.At(figure).Wrong($"{part}: {name}: {figure} does not say where it comes from. Name one of the sources under 'from', or '{Ours}'");
            }
            if (entry.Unit is { } unit && !Units.Contains(unit, StringComparer.Ordinal))
                throw place.At("unit").Wrong($"{part}: {name}: unit takes {string.Join(", ", Units)}");
            limits[name] = entry.ToLimits();
        }
        return limits;
    }

    internal sealed class ChannelsContent
    {
        public int Format { get; set; }
        public Dictionary<string, SourceEntry?>? Sources { get; set; }
        public WaysEntry? WaysOut { get; set; }
        public Dictionary<string, Entry?>? Apps { get; set; }
        public Dictionary<string, Entry?>? Connector { get; set; }
    }

    internal sealed class WaysEntry
    {
        public List<string>? Always { get; set; }
        public List<string>? Then { get; set; }
    }

    internal sealed class SourceEntry
    {
        public string? Url { get; set; }
        public string? Verified { get; set; }
        public string? Note { get; set; }
    }

    internal sealed class Entry
    {
        public string? Unit { get; set; }
        public int? Text { get; set; }
        public int? Asking { get; set; }
        public int? Buttons { get; set; }
        public int? Title { get; set; }
        public int? Rows { get; set; }
        public int? RowTitle { get; set; }
        public int? Callback { get; set; }
        public int? Deletes { get; set; }
        public int? Window { get; set; }
        public bool Proactive { get; set; }
        public int? ASecond { get; set; }
        public int? Call { get; set; }
        public string? Readers { get; set; }
        public bool Wishes { get; set; }
        public List<string>? WishButtons { get; set; }
        public bool Unseen { get; set; }
        public bool Ticks { get; set; }
        public bool Edits { get; set; }
        public int? Joined { get; set; }
        public Dictionary<string, List<string>?>? Keywords { get; set; }
        public Dictionary<string, string>? From { get; set; }

        public IEnumerable<(string Name, int Value)> Figures() =>
            new (string Name, int? Value)[]
            {
                ("text", Text), ("asking", Asking), ("buttons", Buttons), ("title", Title), ("rows", Rows), ("row_title", RowTitle), ("callback", Callback),
                ("deletes", Deletes), ("window", Window), ("a_second", ASecond), ("call", Call), ("joined", Joined),
            }.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!.Value));

        public ChannelLimits ToLimits() => new()
        {
            Unit = Enum.Parse<TextUnit>(Unit ?? nameof(TextUnit.Utf16), ignoreCase: true),
            Text = Text ?? 0,
            Asking = Asking ?? 0,
            Actions = Buttons ?? 0,
            ActionTitle = Title ?? 0,
            Rows = Rows ?? 0,
            RowTitle = RowTitle ?? 0,
            Callback = Callback ?? 0,
            Deletes = Deletes ?? 0,
            Window = Window ?? 0,
            Proactive = Proactive,
            ASecond = ASecond ?? 0,
            Call = Call ?? ActivityLimits.Body,
            Readers = Readers ?? ChannelLimits.App.Readers,
            Wishes = Wishes,
            WishButtons = WishButtons,
            MessageBack = Unseen,
            Ticks = Ticks,
            Edits = Edits,
            Joined = Joined ?? 0,
            Keywords = (Keywords ?? []).ToDictionary(k => k.Key, k => (IReadOnlyList<string>)(k.Value ?? [])),
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(YesNo)], GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ChannelsFile.ChannelsContent))]
internal sealed partial class ChannelsJson : JsonSerializerContext;
