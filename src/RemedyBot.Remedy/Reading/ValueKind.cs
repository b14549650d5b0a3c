namespace RemedyBot.Remedy.Reading;

/// <summary>How a value becomes words.</summary>
public enum ValueKind
{
    /// <summary>A key of the catalogs.</summary>
    Key,

    /// <summary>The person's own words, links and numbers included: to be shown byte for byte.</summary>
    Words,

    /// <summary>ISO 3166-1 alpha-2 or a region of it.</summary>
    Country,

    /// <summary>BCP 47.</summary>
    Language,

    /// <summary>EDTF.</summary>
    Date,

    /// <summary>`plt.…`, or a name as the person typed it.</summary>
    Platform,

    /// <summary>Id of a route.</summary>
    Route,
}
