namespace RemedyBot.Pages.Shared;

/// <summary>An element. Attributes whose value is null are left out; an empty value stands for a bare attribute such as <c>hidden</c>.</summary>
public sealed class Element(string tag, params IEnumerable<Node?> children) : Node
{
    private readonly List<KeyValuePair<string, string>> attributes = [];
    private readonly List<Node> nodes = [.. children.OfType<Node>()];

    public string Tag { get; } = tag;

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => attributes;

    public IReadOnlyList<Node> Children => nodes;

    public string? this[string name]
    {
        set
        {
            if (value is not null) attributes.Add(new(name, value));
        }
    }

    public void Add(Node? child)
    {
        if (child is not null) nodes.Add(child);
    }

    /// <summary>The value of a bare attribute: present when <paramref name="wanted"/>, left out otherwise.</summary>
    public static string? Flag(bool wanted) => wanted ? "" : null;
}
