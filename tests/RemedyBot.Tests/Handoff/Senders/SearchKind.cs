namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>How a Zammad searches.</summary>
public enum SearchKind
{
    /// <summary>In its database, as installed without Elasticsearch: the whole query has to stand somewhere.</summary>
    Database,

    /// <summary>In an index, which knows fields and words.</summary>
    Index,

    /// <summary>In an index that has not seen the ticket yet.</summary>
    Late,
}
