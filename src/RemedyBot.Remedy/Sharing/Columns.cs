using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Sharing;

/// <summary>The projection matrix.</summary>
public static class Columns
{
    private static readonly string[] ContractNames = ["helpline", "platform", "dpa", "regulator", "nhri", "ncp", "court"];
    private static readonly ColumnFile File = YamlText.Read("columns.yaml", Embedded.Text("columns.yaml"), ContentJson.Default.ColumnFile);

    public static IReadOnlyList<Column> All { get; } =
    [
        .. File.Columns.Select(c => new Column
        {
            Id = c.Id,
            Name = c.Name ?? (ContractNames.Contains(c.Id, StringComparer.Ordinal) ? c.Id : null),
            Default = c.Default,
            Beyond = c.Beyond,
            Limits = c.Limits,
        }),
    ];

    public static Column? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>The column of a recipient's kind, unless its card names another.</summary>
    /// <exception cref="ArgumentException">Unknown kind or column: nothing may leave by guess.</exception>
    public static Column For(string kind, string? named = null) =>
        Find(named ?? File.Kinds.GetValueOrDefault(kind) ?? "")
        ?? throw new ArgumentException("No column for this kind of recipient.", nameof(kind));

    /// <summary>The further groups in which this summary holds something that would really leave.</summary>
    public static IReadOnlyList<string> BeyondIn(CaseSummary summary, Column column)
    {
        var held = Projector.GroupsHeld(SummaryJson.ToNode(summary), column);
        return [.. column.Beyond.Where(held.Contains)];
    }

    internal sealed class ColumnFile
    {
        public int Format { get; set; }
        public List<ColumnEntry> Columns { get; set; } = [];
        public Dictionary<string, string> Kinds { get; set; } = [];
    }

    internal sealed class ColumnEntry
    {
        public string Id { get; set; } = "";
        public string? Name { get; set; }
        public List<string> Default { get; set; } = [];
        public List<string> Beyond { get; set; } = [];
        public Dictionary<string, string> Limits { get; set; } = [];
    }
}
