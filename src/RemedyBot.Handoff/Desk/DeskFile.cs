using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>Keeps the <see cref="DeskCard"/> as `desk.json` in the data folder; a null folder keeps it in memory. No private half ever stands in it.</summary>
/// <param name="time">The clock that the folder's files are dated by; null for the system's.</param>
public sealed class DeskFile(string? dataFolder, TimeProvider? time = null)
{
    private const string Name = "desk.json";

    // Two writes within one tick of the file system's clock look alike, so a file is only remembered once it is older than any such tick.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private readonly string? _path = dataFolder is null ? null : Path.Combine(dataFolder, Name);
    private byte[]? _memory;
    private volatile Known? _known;

    private sealed record Known(DateTime Written, long Length, DeskCard? Card);

    /// <summary>Null while no desk is set up. Looked at each time, and read anew where it changed: `desk add` may run beside the server.</summary>
    public DeskCard? Read()
    {
        if (_path is null)
            return Parse(_memory);
        var file = new FileInfo(_path);
        if (!file.Exists)
            return null;
        if (_known is { } known && known.Written == file.LastWriteTimeUtc && known.Length == file.Length)
            return known.Card;
        var card = Parse(ReadBytes(_path));
        if ((time ?? TimeProvider.System).GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Settled)
            _known = new(file.LastWriteTimeUtc, file.Length, card);
        return card;
    }

    private static DeskCard? Parse(byte[]? json)
    {
        if (json is null || HandoffJson.Read<Stored>(json) is not { } stored)
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

    private static byte[]? ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
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
