namespace RemedyBot.Composition;

/// <summary>
/// One data folder is served by one process: the order of turns, open sockets and what waits to be sent live in memory, and a second process would know
/// nothing of them. The system lets go of the hold when the process ends, however it ends.
/// </summary>
internal sealed class FolderHold : IDisposable
{
    public const string Taken = "Another process serves this data folder. One folder is one process: end the other, or name another folder (--data).";

    private const string FileName = "serving";

    /// <summary>A process that was told to end has this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private FolderHold(FileStream file) => _file = file;

    /// <summary>Null: another process holds it, and did not end while we waited.</summary>
    public static async Task<FolderHold?> TakeAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        CreateFolder(folder);
        for (var began = time.GetTimestamp(); ; await Task.Delay(Pause, time, cancellation))
        {
            if (TryTake(Path.Combine(folder, FileName)) is { } file)
                return new(file);
            if (time.GetElapsedTime(began) > Patience)
                return null;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Nobody else's to look into; one that is there keeps its permissions.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(path, options);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            return null;
        }
    }
}
