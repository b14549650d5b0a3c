using RemedyBot.Composition;

namespace RemedyBot.Tests.Live;

/// <summary>The shipped content with a desk that offers talks at all hours.</summary>
internal static class OfferedTalks
{
    private static readonly Lazy<LoadedContent> Laid = new(Lay);

    public static LoadedContent Content => Laid.Value;

    private static LoadedContent Lay()
    {
        var folder = Directory.CreateTempSubdirectory("remedybot-hours-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "dialogs"));
            File.WriteAllText(Path.Combine(folder, "dialogs", "recipients.yaml"),
                "format: 1\ndesk: {talk: {open: [sun-sat 00:00-24:00], zone: UTC, hours: {en: at all hours}, answer_minutes: 3, wait_minutes: 9}}\nrecipients: []\n");
            var content = LoadedContent.Read(new ContentFolder(folder));
            // What hears free words is read beside the rest, from the same folder.
            _ = content.Signals;
            return content;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
