namespace RemedyBot.Understanding.Training;

/// <summary>Messages as rows of numbered features with their weights.</summary>
internal sealed class SparseRows
{
    private readonly List<int> starts = [0];
    private readonly List<int> ids = [];
    private readonly List<float> values = [];

    public int Count => starts.Count - 1;

    public void Add(ReadOnlySpan<int> features, ReadOnlySpan<float> weights)
    {
        ids.AddRange(features);
        values.AddRange(weights);
        starts.Add(ids.Count);
    }

    public ReadOnlySpan<int> Ids(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids)[starts[row]..starts[row + 1]];

    public ReadOnlySpan<float> Values(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values)[starts[row]..starts[row + 1]];
}
