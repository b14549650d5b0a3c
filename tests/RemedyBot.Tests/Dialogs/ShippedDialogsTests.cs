using RemedyBot.Dialogs.Loading;

namespace RemedyBot.Tests.Dialogs;

public sealed class ShippedDialogsTests
{
    [Fact]
    public void The_shipped_dialogs_have_no_mistakes()
    {
        var content = DialogReader.Read(Shipped());
        Assert.True(content.Diagnostics.Count == 0, string.Join('\n', content.Diagnostics));
    }

    internal static IEnumerable<ContentFile> Shipped() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "dialogs"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => new ContentFile(Path.GetFileNameWithoutExtension(path), "dialogs/" + Path.GetFileName(path), File.ReadAllText(path)));
}
