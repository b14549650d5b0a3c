namespace RemedyBot.Remedy.Routes;

/// <summary>A number to call and whom it reaches: police, ambulance, fire, emergency or text_relay.</summary>
public sealed record RouteNumber(string Number, string Label)
{
    /// <summary>The label of a number that reaches all of <see cref="Services"/>.</summary>
    public const string Any = "emergency";

    /// <summary>The labels of what people call for in an emergency.</summary>
    public static readonly IReadOnlyList<string> Services = ["police", "ambulance", "fire"];
}
