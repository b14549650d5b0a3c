using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Handoff;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

/// <summary>A data folder, served by one version of the dialogs after the other.</summary>
internal sealed class Versions : IDisposable
{
    private readonly AFolder _data = new();
    private readonly AFolder _keys = new();
    private readonly AFolder _content = new();

    public async Task<T> Serve<T>(LoadedContent content, Func<PageHost, Task<T>> visit)
    {
        await using var bot = await Bot.OpenAsync(new(content, new VaultOptions { DataFolder = _data.Path, VolatileKeyFolder = _keys.Path }, new()), default);
        await using var host = await Served.Over(bot);
        return await visit(host);
    }

    /// <summary>The shipped content without one step, and without the conditions of its dialog that speak of it.</summary>
    public LoadedContent Without(string dialog, string step) =>
        Laid(dialog, text => Regex.Replace(Regex.Replace(text, $@"  - id: {step}\n(    .*\n|\n)+", ""), $@" *- .*step: {dialog}/{step}\b.*\n", ""));

    /// <summary>The shipped content with other words in one dialog.</summary>
    public LoadedContent With(string dialog, string old, string now) => Laid(dialog, text => text.Replace(old, now, StringComparison.Ordinal));

    public void Dispose()
    {
        _data.Dispose();
        _keys.Dispose();
        _content.Dispose();
    }

    private LoadedContent Laid(string dialog, Func<string, string> change)
    {
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "dialogs", dialog + ".yaml"));
        Directory.CreateDirectory(Path.Combine(_content.Path, "dialogs"));
        _content.File(Path.Combine("dialogs", dialog + ".yaml"), change(shipped));
        var content = LoadedContent.Read(new ContentFolder(_content.Path));
        Assert.Null(content.Problem);
        Assert.NotEqual(shipped, change(shipped));
        return content;
    }
}
