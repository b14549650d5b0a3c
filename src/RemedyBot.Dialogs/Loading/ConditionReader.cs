using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Dialogs.Loading;

internal static class ConditionReader
{
    /// <summary>The condition of a `when`; null where there is none or it is broken (then a diagnostic tells).</summary>
    public static Condition? Read(Node node, YamlNode? yaml) =>
        yaml is not null && node.Map(yaml, "A condition") is { } map && One(node, map) is { } read ? read with { Line = Node.Line(yaml) } : null;

    private static Condition? One(Node node, YamlMappingNode map)
    {
        if (Node.Get(map, "field") is not null)
            return Field(node, map);
        if (Node.Get(map, "step") is not null)
            return node.String(map, "step") is { } step ? new StepIs(step, Values(node, map)) : null;
        if (map.Children.Count != 1)
        {
            node.Wrong("D10", map, "A condition has one of: field with is, step with is, answered, signal, wished, fact, all, any, not.");
            return null;
        }
        var (key, value) = map.Children.First();
        var name = ((YamlScalarNode)key).Value;
        return name switch
        {
            "answered" => node.String(map, "answered") is { } field ? new Answered(field) : null,
            "signal" => Named(node, map, "signal", Words.Signals) is { } signal ? new SignalIs(signal) : null,
            "wished" => Named(node, map, "wished", Words.Wishes) is { } wish ? new WishedFor(wish) : null,
            "fact" => Named(node, map, "fact", Words.Facts) is { } fact ? new FactIs(fact) : null,
            "all" => new AllOf(Many(node, value)),
            "any" => new AnyOf(Many(node, value)),
            "not" => Read(node, value) is { } inner ? new NotOf(inner) : null,
            _ => Unknown(node, key, name),
        };
    }

    private static FieldIs? Field(Node node, YamlMappingNode map)
    {
        node.Known(map, "A condition on a field", "field", "is");
        var values = Values(node, map);
        return node.String(map, "field") is { } field ? new FieldIs(field, values) : null;
    }

    private static IReadOnlyList<string> Values(Node node, YamlMappingNode map)
    {
        var values = node.Strings(Node.Get(map, "is"), "is");
        if (values.Count == 0)
            node.Wrong("D10", map, "Say which values it has to hold: is: [yes, unknown].");
        return values;
    }

    private static string? Named(Node node, YamlMappingNode map, string key, IEnumerable<string> known)
    {
        var name = node.String(map, key);
        if (name is null || known.Contains(name, StringComparer.Ordinal))
            return name;
        node.Wrong("D11", map, $"No {key} is called `{name}`. Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private static IReadOnlyList<Condition> Many(Node node, YamlNode value)
    {
        if (value is YamlSequenceNode list)
            return [.. list.Children.Select(c => Read(node, c)).OfType<Condition>()];
        node.Wrong("D10", value, "`all` and `any` take a list of conditions.");
        return [];
    }

    private static Condition? Unknown(Node node, YamlNode at, string? name)
    {
        node.Wrong("D10", at, $"No condition is called `{name}`. Known: field with is, step with is, answered, signal, wished, fact, all, any, not.");
        return null;
    }
}
