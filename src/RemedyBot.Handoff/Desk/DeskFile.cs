using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>Keeps the <see cref="DeskCard"/> as `desk.json` in the data folder; a null folder keeps it in memory. No private half ever stands in it.</summary>
public sealed class DeskFile(string? dataFolder)
{
    private const string Name = "desk.json";
    private readonly Lock _lock = new();
    private readonly string? _path = dataFolder is null ? null : Path.Combine(dataFolder, Name);
    private byte[]? _memory;

    /// <summary>Null while no desk is set up. Read anew each time: `desk add` may run beside the server.</summary>
    public DeskCard? Read()
    {
        if (ReadBytes() is not { } json || HandoffJson.Read<Stored>(json) is not { } stored)
            return null;
        var caseKey = SealingKey.Read(stored.CaseKey.GetRawText());
        var listKey = stored.ListKey is { } list ? SealingKey.Read(list.GetRawText()) : null;
        return caseKey is null ? null : new DeskCard(caseKey, listKey, stored.Workers) { KeyIsElsewhere = stored.KeyIsElsewhere };
    }

    public void Write(DeskCard card)
    {
        var json = HandoffJson.Write(new Stored(Element(card.CaseKey), card.ListKey is null ? null : Element(card.ListKey), card.KeyIsElsewhere, card.Workers));
        lock (_lock)
        {
            if (_path is null)
                _memory = json;
            else
                Replace(_path, json);
        }
    }

    private byte[]? ReadBytes()
    {
        if (_path is null)
            return _memory;
        try
        {
            return File.ReadAllBytes(_path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // A new file moved over the old one: a crash leaves one of the two, never half of either.
    private static void Replace(string path, byte[] json)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var fresh = path + ".new";
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static JsonElement Element(SealingKey key)
    {
        using var document = JsonDocument.Parse(key.ToJwk());
        return document.RootElement.Clone();
    }

    private sealed record Stored(JsonElement CaseKey, JsonElement? ListKey, bool KeyIsElsewhere, IReadOnlyDictionary<string, string> Workers);
}
