namespace RemedyBot.Remedy.Cases;

/// <summary>Suggests a made-up name, so that nobody has to think of one or give their own.</summary>
public static class Handles
{
    /// <summary>One of each list, drawn from the id: the same id, the same name.</summary>
    public static string Suggest(string id, IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        $"{first[CaseId.LetterAt(id, 3) % first.Count]} {second[CaseId.LetterAt(id, 11) % second.Count]}";
}
