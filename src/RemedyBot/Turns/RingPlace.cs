namespace RemedyBot.Turns;

/// <summary>Where the one message in the app lies sealed.</summary>
/// <param name="Day">When it was sealed last, UTC.</param>
/// <param name="Boxes">The boxes whose letters bring it.</param>
public sealed record RingPlace(DateOnly Day, IReadOnlyList<string> Boxes)
{
    public override string ToString() => nameof(RingPlace);
}
