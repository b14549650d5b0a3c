using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Delivery.FileDrop;

/// <param name="Folder">Must be there already, and ours to write: a folder that is not mounted must not be made.</param>
public sealed record FileDropSettings(string Folder) : SenderSettings
{
    /// <summary>The OpenPGP key that cases are sealed to; null where that is a P-256 key, which does not end.</summary>
    public OpenPgpKey? Key { get; init; }

    public override IEnumerable<string> Problems() => Path.IsPathFullyQualified(Folder ?? "") ? [] : ["folder: a full path"];
}
