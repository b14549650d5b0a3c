using FsCheck;
using FsCheck.Fluent;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Dialogs;

/// <summary>One thing that somebody may do at a question: which kind of thing, and which of them.</summary>
public sealed record Move(int What, int Which)
{
    public override string ToString() => $"{What}/{Which}";
}

/// <summary>People who answer, wander, wish and write whatever comes to mind.</summary>
public static class RandomTalk
{
    private static readonly string[] Anything =
    [
        "", " ", "x", "2", "٣", "yes", "no", "done", "+1", "a, b", "1, 2", "continue", "confirm", "edit", "skip", "stop now please", "help me",
        "he is outside my door with a knife", "I want to die", "I am 13", "there is spyware on my phone", "he will take the children",
        "My name is Maria Lopez, +34 612 345 678, maria@example.org", "ES", "Atlantis", "about March", "2026-02-30", "../2026-05",
        "https://example.org/@1,2, https://example.org/b", "{code}", "{0}", "/consent/desk", "/harms", "found-ec7dafcd", "g4",
        "\"", "\\", "\u0000", "\u202e abc", "\ud800", "👩‍👩‍👧", "قال لي أشياء مؤذية", "<script>alert(1)</script>", "'; drop table", "12345 12345 12345 12345 12345",
        new string('x', 9000), string.Join(", ", Enumerable.Range(0, 30)),
    ];

    public static Arbitrary<Move[]> Moves(int most) => (
        from length in Gen.Choose(1, most)
        from moves in Gen.ArrayOf(
            from what in Gen.Choose(0, 9)
            from which in Gen.Choose(0, 999)
            select new Move(what, which), length)
        select moves).ToArbitrary();

    /// <summary>What is typed: mostly an answer, so that the talk gets somewhere.</summary>
    internal static string Typed(this Move move, Person person)
    {
        string Any(IReadOnlyList<string> of) => of.Count == 0 ? "skip" : of[move.Which % of.Count];
        var choices = person.Choices;
        return move.What switch
        {
            < 4 => Any(choices),
            4 => choices.Length == 0 ? Any(Anything) : person.Title(Any(choices)),
            5 => "+" + Any(choices),
            6 or 7 => Any(person.Wishes),
            8 => "enough",
            _ => Any(Anything),
        };
    }
}
