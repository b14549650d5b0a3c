using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Cases;

/// <summary>Suggests a made-up name, so that nobody has to think of one or give their own.</summary>
public static class Handles
{
    private static readonly HandleFile Words = YamlText.Read("handles.yaml", Embedded.Text("handles.yaml"), ContentJson.Default.HandleFile);

    /// <summary>Two words drawn from the id: the same id, the same name.</summary>
    public static string Suggest(string id) =>
        $"{Words.First[CaseId.LetterAt(id, 3) % Words.First.Count]} {Words.Second[CaseId.LetterAt(id, 11) % Words.Second.Count]}";

    internal sealed class HandleFile
    {
        public int Format { get; set; }
        public List<string> First { get; set; } = [];
        public List<string> Second { get; set; } = [];
    }
}
