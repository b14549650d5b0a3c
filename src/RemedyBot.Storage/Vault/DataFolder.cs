namespace RemedyBot.Storage.Vault;

/// <summary>Facts about a data folder that must be known before it is opened.</summary>
public static class DataFolder
{
    private const string TraceMark = "trace";

    /// <summary>Whether <c>chat --trace</c> wrote here: such a folder holds seeded keys, so <c>serve</c> must refuse it.</summary>
    public static bool IsTrace(string folder) => File.Exists(Path.Combine(folder, TraceMark));

    internal static string KeysOf(string folder) => Path.Combine(folder, "keys");

    /// <summary>Marks the folder for good. Call it before the vault is opened.</summary>
    public static void MarkAsTrace(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, TraceMark), []);
    }
}
