namespace RemedyBot.Localization.Plurals;

/// <summary>Which form of a message a number takes, as a <c>Plural-Forms</c> header says.</summary>
public sealed class PluralRule
{
    private readonly Func<long, long> _form;

    internal PluralRule(string header, int count, Func<long, long> form)
    {
        Header = header;
        Count = count;
        _form = form;
    }

    /// <summary>One form for 1, another for everything else.</summary>
    public static PluralRule English { get; } = Parse("nplurals=2; plural=n != 1;")!;

    public string Header { get; }

    /// <summary>Number of forms.</summary>
    public int Count { get; }

    /// <returns>Null where the header cannot be read.</returns>
    public static PluralRule? Parse(string? header) => header is null ? null : PluralParser.Parse(header);

    /// <returns>0-based; the last form where the rule points outside.</returns>
    public int Form(long number)
    {
        var form = _form(Math.Abs(Math.Max(number, -long.MaxValue)));
        return form >= 0 && form < Count ? (int)form : Count - 1;
    }

    /// <summary>Whether the rule stays within its forms for 0 to 2000.</summary>
    public bool IsTotal()
    {
        for (var n = 0; n <= 2000; n++)
        {
            if (_form(n) is var form && (form < 0 || form >= Count))
                return false;
        }

        return true;
    }

    /// <summary>Whether every form is reached by some number; Romance languages keep one for millions.</summary>
    public bool UsesAll() => Enumerable.Range(0, 2001).Select(n => (long)n).Append(1_000_000).Select(Form).Distinct().Count() == Count;

    /// <summary>Whether both rules tell the same numbers apart (0 to 2000), whatever the order of their forms.</summary>
    public bool SameSplit(PluralRule other)
    {
        var there = new Dictionary<int, int>();
        var back = new Dictionary<int, int>();
        for (var n = 0; n <= 2000; n++)
        {
            var (mine, theirs) = (Form(n), other.Form(n));
            if (there.TryAdd(mine, theirs) != back.TryAdd(theirs, mine) || there[mine] != theirs || back[theirs] != mine)
                return false;
        }

        return true;
    }

    /// <summary>How many numbers from 0 to 200 each form covers.</summary>
    public IReadOnlyList<int> Coverage()
    {
        var counts = new int[Count];
        for (var n = 0; n <= 200; n++)
            counts[Form(n)]++;
        return counts;
    }
}
