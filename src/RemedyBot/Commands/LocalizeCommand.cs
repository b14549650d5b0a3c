using System.CommandLine;
using RemedyBot.Composition;
using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Reviews;

namespace RemedyBot.Commands;

/// <summary>`remedybot localize …`: translators' files, from the dialogs and to whoever signs them off.</summary>
public static class LocalizeCommand
{
    private const string ProjectContent = ".";

    public static Command Create() => new("localize", "Tools for translators and for those who collect example messages.")
    {
        CreateSync(), CreateAdd(), CreateApprove(), LearningCommands.Train(), LearningCommands.Evaluate(),
    };

    private static Command CreateSync()
    {
        var content = Content();
        var minor = new Option<bool>("--minor") { Description = "Only typos changed in the sources: translations stay as they are." };
        var sync = new Command("sync", "Bring templates and every language's files up to date with the dialogs.\nExample: remedybot localize sync") { content, minor };
        sync.SetAction(parsed => Sync(parsed.GetValue(content), parsed.GetValue(minor)));
        return sync;
    }

    private static Command CreateAdd()
    {
        var language = new Argument<string>("LANG") { Description = "Its BCP 47 tag: sw, es-MX, fa-AF." };
        var content = Content();
        var add = new Command("add", "Add a language as a draft: its entry in languages.yaml and its empty files.\nExample: remedybot localize add sw --content ./our-content") { language, content };
        add.SetAction(parsed => Add(parsed.GetValue(language)!, parsed.GetValue(content)));
        return add;
    }

    private static Command CreateApprove()
    {
        var keys = new Argument<string[]>("KEY") { Description = "Keys of texts, as msgctxt says; KEY* stands for every critical text that begins so.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string>("--lang") { Description = "The language that was read.", Required = true };
        var alias = new Option<string>("--as") { Description = "Who stands for it: a made-up name in small letters, never a real one.", Required = true };
        var role = new Option<string>("--role") { Description = "author or translator (wrote it), reviewer or survivor-advocate (read what somebody else wrote).", Required = true };
        role.AcceptOnlyFromAmong([.. SignOff.Roles]);
        var content = Content();
        var approve = new Command("approve", "Sign translations off.\nExample: remedybot localize approve danger/place/text --lang es --as mar --role reviewer") { keys, language, alias, role, content };
        approve.SetAction(parsed => Approve(parsed.GetValue(keys)!, parsed.GetValue(language)!, (parsed.GetValue(alias)!, parsed.GetValue(role)!), parsed.GetValue(content)));
        return approve;
    }

    private static Option<string?> Content() => new("--content") { Description = "Your content folder, laid over the shipped one, to write to; without it, the project's own (run it at the project's root)." };

    /// <summary>Content as it is read, and the folder that is written to; null where there is none.</summary>
    private static (ContentFolder Folder, string Root)? Place(string? overlay)
    {
        if (overlay is not null)
        {
            Directory.CreateDirectory(overlay);
            return (new ContentFolder(overlay), overlay);
        }

        if (Directory.Exists(Path.Combine(ProjectContent, "dialogs")))
            return (new ContentFolder(null, ProjectContent), ProjectContent);
        Usage.Say("There is no folder `dialogs` here. Run this at the project's root, or name a folder with --content.");
        return null;
    }

    private static int Sync(string? overlay, bool minor)
    {
        if (Place(overlay) is not var (folder, root))
            return Usage.Wrong;
        if (UsableContent.Open(folder) is not { } loaded)
            return Usage.Findings;
        var files = folder.Files("localization/").ToList();
        var written = Catalogs(loaded, files, minor);
        foreach (var file in overlay is null ? written : written.Where(file => IsOurs(file, loaded, root)))
            Write(root, file);
        return UsableContent.TellsUnreadable(loaded) ? Usage.Findings : Usage.Well;
    }

    private static IEnumerable<ContentFile> Catalogs(LoadedContent loaded, IReadOnlyList<ContentFile> files, bool minor) =>
        Localization.Catalogs.Sync.Templates(loaded.Sources).Concat(loaded.Localizer.Registry.All.SelectMany(l => Localization.Catalogs.Sync.Update(l, loaded.Sources, files, minor)));

    /// <summary>Into an overlay go the files it has already, and those of its own dialogs: the rest stays as it was shipped.</summary>
    private static bool IsOurs(ContentFile file, LoadedContent loaded, string root) =>
        File.Exists(Path.Combine(root, file.Path))
        || loaded.Sources.Any(s => s.Domain == Path.GetFileNameWithoutExtension(file.Path) && File.Exists(Path.Combine(root, s.File)));

    private static int Add(string tag, string? overlay)
    {
        if (Place(overlay) is not var (folder, root))
            return Usage.Wrong;
        if (UsableContent.Open(folder) is not { } loaded)
            return Usage.Findings;
        var registry = loaded.Localizer.Registry;
        if (NewLanguage.Problem(tag, registry) is { } problem)
            return Usage.Say(problem);
        var files = NewLanguage.Files(tag, registry, [.. folder.Files("localization/")], loaded.Sources);
        foreach (var file in files)
            Write(root, file);
        Console.Out.WriteLine($"{tag} is a draft now: {files.Count - 1} files to translate in localization/{tag}/. Try it with `remedybot chat --lang {tag}{(overlay is null ? "" : " --content " + overlay)}`.");
        return Usage.Well;
    }

    private static int Approve(IReadOnlyList<string> keys, string tag, (string Alias, string Role) by, string? overlay)
    {
        if (Place(overlay) is not var (folder, root))
            return Usage.Wrong;
        if (!Approval.IsAlias(by.Alias))
            return Usage.Say("--as takes a made-up name of 2 to 30 small letters, digits and hyphens. Real names do not belong into a public file.");
        if (UsableContent.Open(folder) is not { } loaded)
            return Usage.Findings;
        if (loaded.Localizer.Registry.Find(tag) is not { } language)
            return Usage.Say($"{tag} is no language of localization/languages.yaml. `localize add` adds one.");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var approval = Approval.Of(language, loaded.Sources, [.. folder.Files("localization/")], keys, (by.Alias, by.Role, today));
        foreach (var problem in approval.Problems)
            Console.Error.WriteLine(problem);
        if (approval.File is { } ledger)
            Write(root, ledger);
        Console.Out.WriteLine($"{approval.Added} signed off.");
        return UsableContent.TellsUnreadable(loaded, tag) || approval.Problems.Count > 0 ? Usage.Findings : Usage.Well;
    }

    private static void Write(string root, ContentFile file)
    {
        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content);
    }
}
