using System.Reflection;

namespace RemedyBot.Remedy.Content;

internal static class Embedded
{
    /// <summary>The text of a file compiled into this room.</summary>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The room was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
