namespace RemedyBot.EndToEnd;

/// <summary>Reads files that a running server has open, or removes while they are read.</summary>
internal static class WholeFile
{
    public static byte[] Read(string path)
    {
        try
        {
            // The server's hold on its folder cannot be opened by anybody else, and nothing stands in it.
            if (new FileInfo(path).Length == 0)
                return [];
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
