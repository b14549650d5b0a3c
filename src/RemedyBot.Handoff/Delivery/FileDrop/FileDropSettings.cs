namespace RemedyBot.Handoff.Delivery.FileDrop;

/// <param name="Folder">Must be there already, and ours to write: a folder that is not mounted must not be made.</param>
public sealed record FileDropSettings(string Folder) : SenderSettings
{
    public override IEnumerable<string> Problems() => Path.IsPathFullyQualified(Folder ?? "") ? [] : ["folder: a full path"];
}
