namespace RemedyBot.Understanding.Matching;

/// <summary>A place in the network: where a phrase may stand after some of its words.</summary>
internal sealed class Place
{
    public Dictionary<int, int> Words { get; } = [];

    /// <summary>Places reached without a word.</summary>
    public List<int> Free { get; } = [];

    /// <summary>The place reached by any one word; 0 where none is.</summary>
    public int Any { get; set; }

    /// <summary>Within or at the end of a gap: a full stop ends it.</summary>
    public bool InGap { get; set; }

    public List<Meaning> Ends { get; } = [];
}
