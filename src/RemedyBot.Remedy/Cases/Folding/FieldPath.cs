namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>The pointer of an answer, taken apart: `/timeline/-/when#first_seen` is list `timeline`, rest `when`, which `first_seen`.</summary>
internal sealed record FieldPath(string Pointer, string? List, IReadOnlyList<string> Rest, string? Which)
{
    public static FieldPath Parse(string field)
    {
        var hash = field.IndexOf('#', StringComparison.Ordinal);
        var pointer = hash < 0 ? field : field[..hash];
        var segments = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var which = hash < 0 ? null : field[(hash + 1)..];
        return segments.Length > 2 && segments[1] == "-"
            ? new FieldPath(pointer, segments[0], segments[2..], which)
            : segments.Length > 3 && segments[2] == "-"
                ? new FieldPath(pointer, $"{segments[0]}/{segments[1]}", segments[3..], which)
                : new FieldPath(pointer, null, segments, which);
    }
}
