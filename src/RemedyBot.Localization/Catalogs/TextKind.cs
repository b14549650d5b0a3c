namespace RemedyBot.Localization.Catalogs;

public enum TextKind
{
    Message,
    Button,
    Why,
}
