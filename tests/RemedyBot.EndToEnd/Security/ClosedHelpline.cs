using System.Security.Cryptography;
using RemedyBot.Handoff.Cards;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.EndToEnd.Security;

/// <summary>A helpline beside the desk whose ticket system cannot be reached: whatever goes there waits.</summary>
/// <param name="canary">Stands in its card, its address and its secrets.</param>
internal sealed class ClosedHelpline(string canary) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remedybot-closed-").FullName;

    /// <summary>Where its signed card lies, and how it would be reached.</summary>
    public IReadOnlyDictionary<string, string> Settings()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var card = $"format: 1\nrecipients:\n  - id: hl.aa.{canary}\n    kind: helpline\n    name: {canary}\n    answer_days: 3\n    system: request-tracker\n";
        var signature = CardSignature.Sign(Assert.Single(CardsReader.Read("recipients.yaml", card)).Content, signer.ExportPkcs8PrivateKeyPem());
        Write("dialogs/recipients.yaml", $"{card}    signature: {signature}\n");
        return new Dictionary<string, string>
        {
            ["content"] = _folder,
            ["recipients:trustedKeys"] = Write("trusted.pem", signer.ExportSubjectPublicKeyInfoPem()),
            [$"recipients:hl.aa.{canary}:url"] = $"http://127.0.0.1:1/{canary}/",
            [$"recipients:hl.aa.{canary}:token"] = canary,
            [$"recipients:hl.aa.{canary}:queue"] = canary,
        };
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
