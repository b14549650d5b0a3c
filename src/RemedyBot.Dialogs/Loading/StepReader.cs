using RemedyBot.Dialogs.Model;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Dialogs.Loading;

internal static class StepReader
{
    private static readonly string[] Kinds = ["say", "ask", "branch", "call", "effect", "end"];

    public static Step? Read(Node node, YamlNode yaml)
    {
        if (node.Map(yaml, "A step") is not { } map)
            return null;
        var id = node.String(map, "id");
        var kinds = Kinds.Where(k => Node.Get(map, k) is not null).ToList();
        if (id is null || !IsId(id))
        {
            node.Wrong("D04", yaml, "A step needs an `id` of small letters, digits and hyphens.");
            return null;
        }
        if (kinds.Count != 1)
        {
            node.Wrong("D05", yaml, $"Step `{id}` needs exactly one of: {string.Join(", ", Kinds)}.");
            return null;
        }
        var line = Node.Line(yaml);
        Step? step = kinds[0] switch
        {
            "say" => Say(node, map, id, line),
            "ask" => AskReader.Read(node, map, id, line),
            "branch" => Branch(node, map, id, line),
            "call" => Call(node, map, id, line),
            "effect" => Effect(node, map, id, line),
            _ => End(node, map, id, line),
        };
        return step is null ? null : step with
        {
            Topic = Topic(node, map),
            When = ConditionReader.Read(node, Node.Get(map, "when")),
            Critical = node.Bool(map, "critical") ?? false,
            With = With(node, map),
        };
    }

    public static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.');

    /// <summary>A sentence, or {one, other}.</summary>
    public static Text? Text(Node node, YamlNode? yaml)
    {
        switch (yaml)
        {
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return new(text.Trim(), null, Node.Line(yaml));
            case YamlMappingNode map when node.String(map, "one") is { } one && node.String(map, "other") is { } other:
                return new(other.Trim(), one.Trim(), Node.Line(yaml));
            case null:
                return null;
            default:
                node.Wrong("D06", yaml, "A text is a sentence, or {one: …, other: …} where {count} decides.");
                return null;
        }
    }

    public static string? Topic(Node node, YamlMappingNode map)
    {
        var topic = node.String(map, "topic");
        if (topic is null || Words.Topics.Contains(topic))
            return topic;
        node.Wrong("D11", map, $"No topic is called `{topic}`. Known: {string.Join(", ", Words.Topics.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private static Dictionary<string, string> With(Node node, YamlMappingNode map)
    {
        var with = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node.Map(Node.Get(map, "with"), "`with`") is { } declared)
            foreach (var (key, value) in declared.Children)
                if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode { Value: { } type } && Words.Placeholders.Contains(type))
                    with[name] = type;
                else
                    node.Wrong("D11", key, $"A placeholder's type is one of: {string.Join(", ", Words.Placeholders.Order(StringComparer.Ordinal))}.");
        return with;
    }

    private static Say? Say(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "A `say` step", "id", "say", "routes", "when", "topic", "critical", "with");
        var routes = string.Join(",", node.Strings(Node.Get(map, "routes"), "routes"));
        return Text(node, Node.Get(map, "say")) is { } text ? new(id, line, text, routes.Length == 0 ? null : routes) : null;
    }

    private static Branch Branch(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "A `branch` step", "id", "branch", "when");
        var jumps = Node.Get(map, "branch") is YamlSequenceNode list
            ? list.Children.OfType<YamlMappingNode>().Select(j => new Jump(ConditionReader.Read(node, Node.Get(j, "when")), node.String(j, "to") ?? "")).ToList()
            : [];
        if (jumps.Count == 0)
            node.Wrong("D07", line, "A branch is a list: [{when: CONDITION, to: STEP}].");
        return new(id, line, jumps);
    }

    private static Call Call(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "A `call` step", "id", "call", "each", "when");
        return new(id, line, node.String(map, "call") ?? "", node.String(map, "each"));
    }

    private static Effecting Effect(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "An `effect` step", "id", "effect", "when");
        var name = node.String(map, "effect") ?? "";
        if (!Words.Effects.Contains(name))
            node.Wrong("D11", line, $"No effect is called `{name}`. Known: {string.Join(", ", Words.Effects.Order(StringComparer.Ordinal))}.");
        return new(id, line, name);
    }

    private static End? End(Node node, YamlMappingNode map, string id, int line)
    {
        node.Known(map, "An `end` step", "id", "end", "text", "when", "topic", "critical", "with");
        if (Text(node, Node.Get(map, "text")) is { } text)
            return new(id, line, node.String(map, "end") ?? "", text);
        node.Wrong("D06", line, "The end says something: give it a `text`.");
        return null;
    }
}
