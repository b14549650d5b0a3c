using System.Collections.Immutable;

namespace RemedyBot.Dialogs.Conditions;

/// <summary>A condition as data. The kinds are this closed family.</summary>
public abstract record Condition
{
    /// <summary>Where it is written; 0 where it was made by a program.</summary>
    public int Line { get; init; }

    /// <summary>The conditions that it is made of.</summary>
    public virtual IReadOnlyList<Condition> Parts => [];

    public abstract bool Holds(ICircumstances now);
}

/// <summary>What a condition may ask about.</summary>
public interface ICircumstances
{
    /// <summary>Values of the latest answer to a field; default where it was never asked, empty where it was skipped.</summary>
    ImmutableArray<string> Values(string field);

    /// <summary>Values of the answer to a "dialog/step" (or a step of the same dialog), in this same walk before others; default where it has none.</summary>
    ImmutableArray<string> StepValues(string step);

    bool Signalled(string signal);

    bool Wished(string wish);

    bool Fact(string name);
}

// Conditions are looked at some hundred times a turn, so they are loops and not queries.
public sealed record FieldIs(string Field, IReadOnlyList<string> Any) : Condition
{
    private readonly ImmutableArray<string> _any = [.. Any];

    public override bool Holds(ICircumstances now)
    {
        foreach (var value in now.Values(Field).AsSpan())
            if (Matches(value))
                return true;
        return false;
    }

    private bool Matches(string value)
    {
        foreach (var pattern in _any)
            if (pattern == "*" || (pattern.EndsWith(".*", StringComparison.Ordinal) ? value.AsSpan().StartsWith(pattern.AsSpan()[..^1]) : pattern == value))
                return true;
        return false;
    }
}

public sealed record StepIs(string Step, IReadOnlyList<string> Any) : Condition
{
    private readonly ImmutableArray<string> _any = [.. Any];

    public override bool Holds(ICircumstances now)
    {
        foreach (var value in now.StepValues(Step).AsSpan())
            if (_any.Contains("*") || _any.Contains(value))
                return true;
        return false;
    }
}

public sealed record Answered(string Field) : Condition
{
    public override bool Holds(ICircumstances now) => !now.Values(Field).IsDefault;
}

public sealed record SignalIs(string Signal) : Condition
{
    public override bool Holds(ICircumstances now) => now.Signalled(Signal);
}

public sealed record WishedFor(string Wish) : Condition
{
    public override bool Holds(ICircumstances now) => now.Wished(Wish);
}

public sealed record FactIs(string Name) : Condition
{
    public override bool Holds(ICircumstances now) => now.Fact(Name);
}

public sealed record AllOf(IReadOnlyList<Condition> Of) : Condition
{
    private readonly ImmutableArray<Condition> _of = [.. Of];

    public override IReadOnlyList<Condition> Parts => Of;

    public override bool Holds(ICircumstances now)
    {
        foreach (var condition in _of)
            if (!condition.Holds(now))
                return false;
        return true;
    }
}

public sealed record AnyOf(IReadOnlyList<Condition> Of) : Condition
{
    private readonly ImmutableArray<Condition> _of = [.. Of];

    public override IReadOnlyList<Condition> Parts => Of;

    public override bool Holds(ICircumstances now)
    {
        foreach (var condition in _of)
            if (condition.Holds(now))
                return true;
        return false;
    }
}

public sealed record NotOf(Condition Of) : Condition
{
    public override IReadOnlyList<Condition> Parts => [Of];

    public override bool Holds(ICircumstances now) => !Of.Holds(now);
}
