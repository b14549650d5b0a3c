namespace RemedyBot.Remedy.Routes;

/// <summary>A number to call and whom it reaches: police, ambulance, fire, emergency or text_relay.</summary>
public sealed record RouteNumber(string Number, string Label);
