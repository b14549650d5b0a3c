namespace RemedyBot.Storage.Sqlite;

/// <summary>Folders 0700 and files 0600, from their first moment on.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>An existing folder keeps its permissions: the operator may have given it on purpose.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnersFolder);
    }

    /// <summary>Creates it, or takes everybody else's permissions away.</summary>
    public static void CloseFolder(string folder)
    {
        CreateFolder(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OwnersFolder);
    }

    public static void CreateEmpty(string file)
    {
        using var stream = new FileStream(file, Options(FileMode.OpenOrCreate));
    }

    /// <summary>Durable when it returns, and never seen half written.</summary>
    public static void WriteNew(string file, ReadOnlySpan<byte> content)
    {
        var draft = file + "." + Path.GetRandomFileName() + ".new";
        using (var stream = new FileStream(draft, Options(FileMode.Create)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: false);
        using var moved = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        moved.Flush(flushToDisk: true);
    }

    /// <summary>Overwrites before deleting; on flash memory that is only a gesture.</summary>
    public static void Destroy(string file)
    {
        if (!File.Exists(file))
            return;
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            stream.Write(new byte[stream.Length]);
            stream.Flush(flushToDisk: true);
        }

        File.Delete(file);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        return options;
    }
}
