using RemedyBot.Dialogs.Model;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Dialogs.Loading;

/// <summary>Reads dialogs and files of texts. Takes texts, not paths.</summary>
public static class DialogReader
{
    private const int Format = 1;

    public static Content Read(IEnumerable<ContentFile> files)
    {
        var found = new List<Diagnostic>();
        var dialogs = new List<Dialog>();
        var texts = new List<SourceText>();
        foreach (var file in files)
        {
            var node = new Node(file.Path, found);
            if (node.Root(file.Text) is not { } root)
                continue;
            if (Node.Get(root, "texts") is { } given)
                texts.AddRange(Texts(node, file, root, given));
            else if (Node.Get(root, "dialog") is not null && Dialog(node, file, root) is { } dialog)
                dialogs.Add(dialog);
        }
        texts.AddRange(dialogs.SelectMany(SourceTexts.Of));
        var set = new DialogSet(dialogs);
        found.AddRange(DialogCheck.Run(set, texts));
        found.AddRange(ReferenceCheck.Run(set));
        return new(set, texts, found);
    }

    private static IEnumerable<SourceText> Texts(Node node, ContentFile file, YamlMappingNode root, YamlNode given)
    {
        node.Known(root, "A file of texts", "texts", "source", "format", "critical");
        var critical = node.Strings(Node.Get(root, "critical"), "critical");
        if (node.Map(given, "`texts`") is not { } map)
            yield break;
        foreach (var (key, value) in map.Children)
            if (key is YamlScalarNode { Value: { Length: > 0 } name } && StepReader.Text(node, value) is { } text)
                yield return SourceTexts.Plain($"{file.Name}/{name}", text, file, node.String(root, "source") ?? "en", critical.Contains(name));
            else
                node.Wrong("D06", key, "Each text is KEY: a sentence.");
    }

    private static Dialog? Dialog(Node node, ContentFile file, YamlMappingNode root)
    {
        node.Known(root, "A dialog", "dialog", "format", "source", "topic", "intake", "interrupts", "wish", "sentences", "steps", "version", "description");
        var name = node.String(root, "dialog") ?? "";
        if (name != file.Name)
            node.Wrong("D13", root, $"The dialog is called `{name}` and its file `{file.Name}`. Give both the same name.");
        if (node.Int(root, "format") != Format)
            node.Wrong("D14", root, $"This program reads `format: {Format}`. See dialogs/README.md for what changed.");
        if (Node.Get(root, "steps") is not YamlSequenceNode list)
        {
            node.Wrong("D05", root, "A dialog needs `steps`, a list.");
            return null;
        }
        var interrupts = node.String(root, "interrupts");
        if (interrupts is not null && !Words.Interrupts.Contains(interrupts))
            node.Wrong("D11", root, $"`interrupts` is one of: {string.Join(", ", Words.Interrupts.Order(StringComparer.Ordinal))}.");
        var wish = node.String(root, "wish");
        if (wish is not null && !Words.Wishes.Contains(wish))
            node.Wrong("D11", root, $"No wish is called `{wish}`. Known: {string.Join(", ", Words.Wishes)}.");
        var sentences = AskReader.Pointer(node, root, "sentences");
        var steps = list.Children.Select(s => StepReader.Read(node, s)).OfType<Step>().Select(s => s is Ask ask && HasAnswers(ask) ? ask with { Sentences = sentences } : s).ToList();
        return new(name, node.String(root, "source") ?? "en", StepReader.Topic(node, root) ?? "welcome",
            node.Bool(root, "intake") ?? false, interrupts, wish, steps, file.Path);
    }

    /// <summary>Whether something may be told there that is no answer: any words answer a text, and whoever agrees or types a code tells nothing.</summary>
    private static bool HasAnswers(Ask ask) => ask.Kind is not (PromptKind.Consent or PromptKind.Review or PromptKind.Code) && ask is not { Kind: PromptKind.Text, Reads: null };
}
