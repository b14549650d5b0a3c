using System.Net;
using System.Text;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T25: the program leaves nothing outside its data folder, also where it is refused too much or dies.</summary>
public sealed class When_leftovers_are_looked_for : IDisposable
{
    private const string Canary = "curlewcanary";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remedybot-leftovers-");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task Home_and_temporary_folders_stay_empty()
    {
        var began = DateTime.UtcNow;
        var (home, temporary) = (_folder.CreateSubdirectory("home"), _folder.CreateSubdirectory("tmp"));
        await using var server = await ServerProcess.Start(environment: new Dictionary<string, string>
        {
            ["HOME"] = home.FullName,
            ["TMPDIR"] = temporary.FullName,
            ["DOTNET_EnableDiagnostics"] = "0",
        });
        await Walk.ToCode(await new Visitor(server.Client).Open(), Canary + " he waits at my door");
        await TooMuch(server.Client);
        AssertClean(home, temporary, server.Data, began);

        await server.Crash();
        AssertClean(home, temporary, server.Data, began);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(server.Data), entry => Path.GetFileName(entry).StartsWith("core", StringComparison.Ordinal));
    }

    /// <summary>A text of 256 KiB, and uploads that are refused: what a framework would spool to a file.</summary>
    private static async Task TooMuch(HttpClient client)
    {
        var visitor = await new Visitor(client).Open();
        await visitor.Say(string.Concat(Enumerable.Repeat(Canary + " ", 18_000)));
        using var text = new StringContent(string.Concat(Enumerable.Repeat(Canary, 30_000)), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var tooLong = await client.PostAsync("/", text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        using var upload = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Canary, 10_000)))), "file", "photo.jpg" } };
        using var refused = await client.PostAsync("/", upload);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    private static void AssertClean(DirectoryInfo home, DirectoryInfo temporary, string data, DateTime began)
    {
        Assert.Empty(home.EnumerateFileSystemInfos("*", SearchOption.AllDirectories));
        Assert.Empty(temporary.EnumerateFileSystemInfos("*", SearchOption.AllDirectories));
        Assert.Empty(Leftovers.Of(data, Canary));
        // Others write to this folder too, so only what is new there is read, and only for our words; a pipe has no length and no end.
        foreach (var file in new DirectoryInfo("/tmp").EnumerateFiles().Where(file => file.LastWriteTimeUtc >= began && file.Length is > 0 and < 50_000_000))
            Assert.True(Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, file.Name);
    }

    private static byte[] Read(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
