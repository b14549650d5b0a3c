using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Keys;

/// <summary>Signs receipts, withdrawals and slips; opens nothing.</summary>
public sealed class SigningKeys : IDisposable
{
    private const string Kind = "sign";

    internal SigningKeys(IKeyFiles files, DateOnly today)
    {
        if (DatedNames.Days(files, Kind).Count == 0)
            Create(files, DatedNames.Of(Kind, today));
        All = [.. DatedNames.Days(files, Kind).Select(day => Load(files, DatedNames.Of(Kind, day)))];
    }

    /// <summary>The signing keys of a data folder, to check with; null where there are none. Makes none.</summary>
    public static SigningKeys? Find(string dataFolder)
    {
        var folder = DataFolder.KeysOf(dataFolder);
        if (!Directory.Exists(folder))
            return null;
        var files = new FolderKeyFiles(folder);
        return DatedNames.Days(files, Kind) is { Count: > 0 } days ? new SigningKeys(files, days[^1]) : null;
    }

    /// <summary>The newest.</summary>
    public SigningKey Current => All[^1];

    /// <summary>Old ones too; publish the public halves only.</summary>
    public IReadOnlyList<SigningKey> All { get; }

    public void Dispose()
    {
        foreach (var key in All)
            key.Key.Dispose();
    }

    private static void Create(IKeyFiles files, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var content = key.ExportPkcs8PrivateKey();
        files.TryAdd(name, content);
        CryptographicOperations.ZeroMemory(content);
    }

    private static SigningKey Load(IKeyFiles files, string name)
    {
        var content = files.Read(name) ?? throw new InvalidOperationException("A signing key cannot be read.");
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(content, out _);
        CryptographicOperations.ZeroMemory(content);
        return new SigningKey(Thumbprint(key), key);
    }

    private static string Thumbprint(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var json = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(json)));
    }
}
