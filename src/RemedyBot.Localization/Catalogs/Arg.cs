namespace RemedyBot.Localization.Catalogs;

/// <summary>A value for a placeholder; the catalog formats it by kind and language.</summary>
public abstract record Arg
{
    private Arg()
    {
    }

    public static implicit operator Arg(string text) => new Words(text);

    public static implicit operator Arg(int count) => new Count(count);

    public static Arg FromString(string text) => new Words(text);

    public static Arg FromInt32(int count) => new Count(count);

    /// <summary>Words in any direction.</summary>
    public sealed record Words(string Text) : Arg;

    /// <summary>Whole lines, each made by the catalog: an isolate ends with its line, so around several it would only turn the first.</summary>
    public sealed record Lines(string Text) : Arg;

    /// <summary>What always reads from left to right and keeps its digits: a code, a phone number, a link.</summary>
    public sealed record Verbatim(string Text) : Arg;

    /// <summary>A whole number, in the language's digits.</summary>
    public sealed record Count(long Number) : Arg;

    /// <summary>A day, written out.</summary>
    public sealed record Day(DateOnly Date) : Arg;

    /// <summary>An EDTF date of the case summary (<c>2026-03~</c>), written out.</summary>
    public sealed record When(string Edtf) : Arg;

    /// <summary>An ISO 3166-1 alpha-2 country, by its name in the language.</summary>
    public sealed record Country(string Code) : Arg;

    /// <summary>Another message of the catalog.</summary>
    public sealed record Message(string Key) : Arg;

    /// <summary>Several values, joined as the language joins them.</summary>
    public sealed record List(IReadOnlyList<Arg> Items) : Arg;
}
