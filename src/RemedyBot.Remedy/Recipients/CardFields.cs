using System.Globalization;
using System.Text.RegularExpressions;
using RemedyBot.Remedy.Sharing;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Recipients;

/// <summary>The keys of one card.</summary>
internal sealed partial class CardFields
{
    private const int LongestWait = 90;
    private const string Unusable = " is missing or cannot be used";

    private static readonly string[] Known =
    [
        "id", "example", "kind", "name", "mandate", "hours", "countries", "harms", "languages", "reads", "ages", "not_if", "capacity", "answer_days", "needs",
        "column", "groups", "system", "sealed", "key", "fingerprint", "signature",
    ];

    private static readonly string[] Kinds = ["helpline", "platform", "authority", "police", "court", "company", "person"];
    private static readonly string[] Systems = ["request-tracker", "zammad", "mail", "webhook", "file"];
    private static readonly string[] Bands = ["under_13", "13_15", "16_17", "adult"];

    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private string? _problem;

    private CardFields(YamlMappingNode map)
    {
        foreach (var (key, value) in map.Children)
            _fields[(key as YamlScalarNode)?.Value ?? ""] = value;
    }

    internal static (string Id, HelpCard? Card, string? Problem) Read(YamlMappingNode map)
    {
        var fields = new CardFields(map);
        var id = fields.Text("id") ?? "";
        var card = fields.Card(id);
        return (id, fields._problem is null ? card : null, fields._problem);
    }

    private HelpCard Card(string id)
    {
        var kind = Text("kind") ?? "";
        var column = Text("column");
        Expect(_fields.Keys.All(k => Known.Contains(k, StringComparer.Ordinal)), $"it has a key that does not exist; there are {string.Join(", ", Known)}");
        Expect(Id().IsMatch(id), "id takes small letters, digits, - and at least one dot, as in hl.xx.example");
        Expect(Kinds.Contains(kind, StringComparer.Ordinal), $"kind is one of {string.Join(", ", Kinds)}");
        Expect(column is null || Columns.Find(column) is not null, "column" + Unusable);
        var system = Text("system") ?? "";
        Expect(Systems.Contains(system, StringComparer.Ordinal), $"system is one of {string.Join(", ", Systems)}");
        Expect(!_fields.ContainsKey("sealed") || Text("sealed") is "yes" or "true" or "no" or "false", "sealed is yes or no");
        var isSealed = Text("sealed") is "yes" or "true";
        Expect(!isSealed || Text("key") is not null, "sealed needs a key");
        var name = Words("name");
        Expect(name.Count > 0, "name" + Unusable);
        return new()
        {
            Id = id,
            Kind = kind,
            Name = name,
            Mandate = Words("mandate"),
            Hours = Words("hours"),
            Countries = List("countries", c => c.Length == 2 && c.All(char.IsAsciiLetterUpper)),
            Harms = List("harms", h => h.Contains('.', StringComparison.Ordinal)),
            Languages = List("languages", l => l.Length is > 1 and < 20),
            Reads = List("reads", l => l.Length is > 1 and < 20),
            Ages = List("ages", a => Bands.Contains(a, StringComparer.Ordinal)),
            NotIf = List("not_if", r => r.Length > 0),
            Capacity = CapacityOf(Text("capacity") ?? "open"),
            AnswerDays = Days(Text("answer_days")),
            Needs = List("needs", IsGroup),
            Column = column,
            Groups = List("groups", IsGroup),
            System = system,
            Sealed = isSealed,
            Key = Text("key")?.Trim(),
            Fingerprint = Text("fingerprint"),
        };
    }

    private Capacity CapacityOf(string word)
    {
        var known = Enum.TryParse<Capacity>(word, ignoreCase: true, out var capacity) && !char.IsDigit(word[0]);
        Expect(known, "capacity is open, limited or full");
        return capacity;
    }

    private int Days(string? text)
    {
        var good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestWait;
        Expect(good, $"answer_days is a whole number of days from 1 to {LongestWait}");
        return days;
    }

    private static bool IsGroup(string group) => Columns.Find("helpline") is { } all && (all.Offers(group) || group is "g1");

    private string? Text(string key) => _fields.GetValueOrDefault(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    private List<string> List(string key, Func<string, bool> good)
    {
        if (!_fields.TryGetValue(key, out var node))
            return [];
        var items = node is YamlSequenceNode list ? list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "").ToList() : [];
        // An empty list would mean "any", which is not what a slip of the hand should open.
        Expect(items.Count > 0 && items.All(good), key + Unusable);
        return items;
    }

    private Dictionary<string, string> Words(string key) => _fields.GetValueOrDefault(key) switch
    {
        YamlScalarNode { Value: { Length: > 0 } plain } => new(StringComparer.OrdinalIgnoreCase) { [""] = plain },
        YamlMappingNode map => map.Children.Where(c => c is { Key: YamlScalarNode { Value: not null }, Value: YamlScalarNode { Value.Length: > 0 } })
            .ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value!, StringComparer.OrdinalIgnoreCase),
        _ => [],
    };

    private void Expect(bool holds, string problem) => _problem ??= holds ? null : problem;

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    private static partial Regex Id();
}
