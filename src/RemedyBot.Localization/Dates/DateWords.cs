using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Dates;

/// <summary>One language's <c>dates.yaml</c>: what words mean in a date, and how dates are written out.</summary>
internal sealed class DateWords
{
    private static readonly (string Key, DateSense Sense)[] SenseKeys =
    [
        ("last", DateSense.Last), ("this", DateSense.This), ("next", DateSense.Next), ("ago", DateSense.Ago), ("within", DateSense.Within),
        ("about", DateSense.About), ("guess", DateSense.Guess), ("since", DateSense.Since), ("before", DateSense.Before),
        ("after", DateSense.After), ("between", DateSense.Between), ("to", DateSense.To), ("and", DateSense.And),
        ("early", DateSense.Early), ("mid", DateSense.Mid), ("late", DateSense.Late), ("filler", DateSense.Filler),
        ("vague", DateSense.Vague), ("weak", DateSense.Weak), ("several", DateSense.Several),
    ];

    private static readonly string[] SeasonKeys = ["spring", "summer", "autumn", "winter"];

    private readonly Dictionary<string, DateToken> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);
    private readonly List<string> _ordinals;
    private readonly Dictionary<char, DateSense> _prefixes = [];

    public DateWords(string text)
    {
        var map = YamlMap.Parse(text, out _);
        Order = map.Text("order") switch
        {
            "mdy" => DateOrder.MonthFirst,
            "dmy" => DateOrder.DayFirst,
            _ => DateOrder.Either,
        };
        IsSouth = map.Text("hemisphere") switch
        {
            "south" => true,
            "north" => false,
            _ => null,
        };
        IsHijri = map.Text("calendar") == "hijri";
        _ordinals = [.. map.List("ordinals").Select(FoldPhrase)];
        var show = map.Map("show");
        Show = show.Keys.ToDictionary(k => k, k => show.Text(k) ?? "", StringComparer.Ordinal);
        MonthNames = [.. map.Lists("months").Select(m => m.Count > 0 ? m[0] : "")];
        AddNames(map);
        AddSenses(map);
    }

    public DateOrder Order { get; }

    /// <summary>Whether all who speak it count seasons as south of the equator; null where some do and some do not.</summary>
    public bool? IsSouth { get; }

    /// <summary>Whether a year from 1300 to 1500 is one of the Hijri calendar.</summary>
    public bool IsHijri { get; }

    public IReadOnlyList<string> MonthNames { get; }

    /// <summary>Patterns by name: day, month, year, about, guess, somewhere, range, before.</summary>
    public IReadOnlyDictionary<string, string> Show { get; }

    /// <summary>How many words the longest phrase has that begins with this one; 0 where none does.</summary>
    public int LongestFrom(string word) => _longest.GetValueOrDefault(word);

    public DateToken? Phrase(string folded) => _phrases.GetValueOrDefault(folded);

    /// <summary>What a letter written onto the next word means (Arabic "and", "in").</summary>
    public DateSense Prefix(char letter) => _prefixes.GetValueOrDefault(letter);

    public bool IsOrdinal(ReadOnlySpan<char> ending)
    {
        foreach (var ordinal in _ordinals)
        {
            if (ending.SequenceEqual(ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Folded, with apostrophes parting words ("l'été" is two words).</summary>
    public static string FoldPhrase(string text) =>
        Folding.Fold(text.Replace('\'', ' ').Replace('’', ' ').Replace('ʼ', ' '));

    private void AddNames(YamlMap map)
    {
        AddRows(map.Lists("months"), i => new DateToken { Month = i + 1 });
        AddRows(map.Lists("weekdays"), i => new DateToken { Weekday = i });
        var seasons = map.Map("seasons");
        AddRows([.. SeasonKeys.Select(seasons.List)], i => new DateToken { Season = i });
        foreach (var unit in Enum.GetValues<DateUnit>())
        {
            var key = Name(unit);
            AddRows([map.Map("units").List(key)], _ => new DateToken { Unit = unit });
            AddRows([map.Map("pairs").List(key)], _ => new DateToken { Pair = unit });
        }

        AddNumbered(map.Map("days"), n => new DateToken { Offset = n });
        AddNumbered(map.Map("months-in"), n => new DateToken { Number = n, Unit = DateUnit.Month });
        AddNumbered(map.Map("numbers"), n => new DateToken { Number = n });
    }

    private void AddSenses(YamlMap map)
    {
        foreach (var (key, sense) in SenseKeys)
            AddRows([map.List(key)], _ => new DateToken { Senses = sense });
        var prefixes = map.Map("prefixes");
        foreach (var (key, sense) in SenseKeys)
        {
            foreach (var letter in prefixes.List(key).Where(l => l.Length == 1))
                _prefixes[letter[0]] = sense;
        }
    }

    private void AddNumbered(YamlMap map, Func<int, DateToken> token)
    {
        foreach (var key in map.Keys)
        {
            if (int.TryParse(key, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
                AddRows([map.List(key)], _ => token(number));
        }
    }

    private void AddRows(IReadOnlyList<IReadOnlyList<string>> rows, Func<int, DateToken> token)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var phrase in rows[i].Select(FoldPhrase).Where(p => p.Length > 0))
            {
                _phrases[phrase] = _phrases.TryGetValue(phrase, out var known) ? known.Merge(token(i)) : token(i);
                var first = phrase.Split(' ')[0];
                _longest[first] = Math.Max(_longest.GetValueOrDefault(first), phrase.Count(c => c == ' ') + 1);
            }
        }
    }

    private static string Name(DateUnit unit) => unit switch
    {
        DateUnit.Minute => "minute",
        DateUnit.Hour => "hour",
        DateUnit.Day => "day",
        DateUnit.Week => "week",
        DateUnit.Month => "month",
        _ => "year",
    };
}
