using System.CommandLine;
using RemedyBot.Composition;
using RemedyBot.Localization;
using Catalogs = RemedyBot.Localization.Catalogs.Sync;

namespace RemedyBot.Commands;

/// <summary>`remedybot localize …`: what translators' files need from the dialogs.</summary>
public static class LocalizeCommand
{
    public static Command Create()
    {
        var content = new Option<string?>("--content") { Description = "The content folder to write to; without it, the project's own (run it at the project's root)." };
        var minor = new Option<bool>("--minor") { Description = "Only typos changed in the sources: translations stay as they are." };
        var sync = new Command("sync", "Bring templates and every language's files up to date with the dialogs.\nExample: remedybot localize sync") { content, minor };
        sync.SetAction(parsed => Sync(parsed.GetValue(content) ?? ".", parsed.GetValue(minor)));
        return new Command("localize", "Tools for translators and for those who collect example messages.") { sync, LearningCommands.Train(), LearningCommands.Evaluate() };
    }

    private static int Sync(string root, bool minor)
    {
        if (!Directory.Exists(Path.Combine(root, "dialogs")))
            return Usage.Say("There is no folder `dialogs` here. Run this at the project's root, or name a folder with --content.");
        var folder = new ContentFolder(null, root);
        var loaded = LoadedContent.Read(folder);
        var files = folder.Catalogs().ToList();
        var written = Catalogs.Templates(loaded.Sources)
            .Concat(loaded.Localizer.Registry.All.Where(l => l.Tag != "en").SelectMany(l => Catalogs.Update(l, loaded.Sources, files, minor)));
        foreach (var file in written)
            Write(root, file);
        return Usage.Well;
    }

    private static void Write(string root, ContentFile file)
    {
        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content);
    }
}
