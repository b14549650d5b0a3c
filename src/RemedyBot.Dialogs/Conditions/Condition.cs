namespace RemedyBot.Dialogs.Conditions;

/// <summary>A condition as data. The kinds are this closed family.</summary>
public abstract record Condition
{
    public abstract bool Holds(ICircumstances now);
}

/// <summary>What a condition may ask about.</summary>
public interface ICircumstances
{
    /// <summary>Values of the latest answer to a field; null where it was never asked, empty where it was skipped.</summary>
    IReadOnlyList<string>? Values(string field);

    /// <summary>Values of the answer to a "dialog/step" (or a step of the same dialog), in this same walk before others; null where it has none.</summary>
    IReadOnlyList<string>? StepValues(string step);

    bool Signalled(string signal);

    bool Wished(string wish);

    bool Fact(string name);
}

public sealed record FieldIs(string Field, IReadOnlyList<string> Any) : Condition
{
    public override bool Holds(ICircumstances now) => now.Values(Field) is { } values && values.Any(Matches);

    private bool Matches(string value) => Any.Any(pattern =>
        pattern == "*"
        || (pattern.EndsWith(".*", StringComparison.Ordinal)
            ? value.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : string.Equals(pattern, value, StringComparison.Ordinal)));
}

public sealed record StepIs(string Step, IReadOnlyList<string> Any) : Condition
{
    public override bool Holds(ICircumstances now) => now.StepValues(Step) is { } values && values.Any(v => Any.Contains("*") || Any.Contains(v, StringComparer.Ordinal));
}

public sealed record Answered(string Field) : Condition
{
    public override bool Holds(ICircumstances now) => now.Values(Field) is not null;
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
    public override bool Holds(ICircumstances now) => Of.All(c => c.Holds(now));
}

public sealed record AnyOf(IReadOnlyList<Condition> Of) : Condition
{
    public override bool Holds(ICircumstances now) => Of.Any(c => c.Holds(now));
}

public sealed record NotOf(Condition Of) : Condition
{
    public override bool Holds(ICircumstances now) => !Of.Holds(now);
}
