using RemedyBot.Dialogs.Model;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Dialogs.Loading;

internal static class AskReader
{
    private static readonly Dictionary<string, PromptKind> Kinds = Enum.GetValues<PromptKind>()
        .ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Ask? Read(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "An `ask` step", "id", "ask", "text", "why", "field", "again", "options", "accepts", "words", "otherwise", "fills", "thanks", "retry", "which", "titles",
            "unknown", "reads", "time", "max", "groups", "code", "skip", "wishes", "raises", "clears", "when", "topic", "critical", "with", "by", "to");
        if (!Kinds.TryGetValue(node.String(map, "ask") ?? "", out var kind))
        {
            node.Wrong("D08", line, $"No question is called `{node.String(map, "ask")}`. Known: {string.Join(", ", Kinds.Keys)}.");
            return null;
        }
        var text = StepReader.Text(node, Node.Get(map, "text"));
        var why = StepReader.Text(node, Node.Get(map, "why"));
        if (text is null || why is null)
        {
            node.Wrong("D06", line, $"Question `{id}` needs a `text` and a `why`: everybody may ask why they are asked.");
            return null;
        }
        return new Ask(id, line, kind, text, why)
        {
            Field = Pointer(node, map, "field"),
            Again = node.Bool(map, "again") ?? false,
            Options = Options(node, map),
            OptionsFrom = From(node, map),
            Accepts = List(node, map, node.String(map, "accepts")),
            Words = Pointer(node, map, "words"),
            Otherwise = node.String(map, "otherwise"),
            Fills = Pointer(node, map, "fills"),
            Thanks = StepReader.Text(node, Node.Get(map, "thanks")),
            Retry = StepReader.Text(node, Node.Get(map, "retry")),
            Which = StepReader.Text(node, Node.Get(map, "which")),
            Titles = Titles(node, map),
            Unknown = node.Bool(map, "unknown") ?? true,
            Reads = node.String(map, "reads"),
            Time = Time(node, map),
            Max = node.Int(map, "max"),
            Mode = node.String(map, "groups") ?? node.String(map, "code"),
            By = node.String(map, "by"),
            To = node.String(map, "to"),
            Skippable = node.Bool(map, "skip") ?? true,
            Wishes = Node.Get(map, "wishes") is { } wishes ? node.Strings(wishes, "wishes") : null,
            Raises = Signals(node, map, "raises"),
            Clears = Signals(node, map, "clears"),
        };
    }

    internal static string? Pointer(Node node, YamlMappingNode map, string key)
    {
        var pointer = node.String(map, key);
        if (pointer is not null && !pointer.StartsWith('/'))
            node.Wrong("D09", map, $"`{key}` is a JSON Pointer into the case summary and begins with a slash: /person/age_band.");
        return pointer;
    }

    private static string? Time(Node node, YamlMappingNode map)
    {
        var time = node.String(map, "time");
        if (time is not null && !Words.Times.Contains(time))
            node.Wrong("D11", map, $"No `time` is called `{time}`. Known: {string.Join(", ", Words.Times.Order(StringComparer.Ordinal))}.");
        return time;
    }

    private static List<OptionModel> Options(Node node, YamlMappingNode map)
    {
        var options = new List<OptionModel>();
        if (Node.Get(map, "options") is not YamlSequenceNode list)
            return options;
        foreach (var item in list.Children)
        {
            var option = node.Map(item, "An option");
            if (option is null)
                continue;
            node.Known(option, "An option", "value", "title", "when");
            if (node.String(option, "value") is { Length: > 0 } value && StepReader.Text(node, Node.Get(option, "title")) is { } title)
                options.Add(new(value, title, ConditionReader.Read(node, Node.Get(option, "when"))));
            else
                node.Wrong("D12", item, "An option needs a `value` (never translated) and a `title` (what the person reads).");
        }
        return options;
    }

    private static string? From(Node node, YamlMappingNode map) =>
        Node.Get(map, "options") is YamlMappingNode from ? List(node, from, node.String(from, "from")) : null;

    private static string? List(Node node, YamlMappingNode at, string? name)
    {
        if (name is null || Words.Lists.Contains(name))
            return name;
        node.Wrong("D11", at, $"No list is called `{name}`. Known: {string.Join(", ", Words.Lists.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private static Dictionary<string, Text> Titles(Node node, YamlMappingNode map)
    {
        var titles = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (node.Map(Node.Get(map, "titles"), "`titles`") is { } given)
            foreach (var (key, value) in given.Children)
                if (key is YamlScalarNode { Value: { } name } && StepReader.Text(node, value) is { } text)
                    titles[name] = text;
        return titles;
    }

    private static Dictionary<string, IReadOnlyList<string>> Signals(Node node, YamlMappingNode map, string key)
    {
        var signals = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (node.Map(Node.Get(map, key), $"`{key}`") is { } given)
            foreach (var (name, value) in given.Children)
                if (name is YamlScalarNode { Value: { } signal } && Words.Signals.Contains(signal))
                    signals[signal] = node.Strings(value, key);
                else
                    node.Wrong("D11", name, $"A signal is one of: {string.Join(", ", Words.Signals.Order(StringComparer.Ordinal))}.");
        return signals;
    }
}
