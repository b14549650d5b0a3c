namespace RemedyBot.Handoff.Desk;

/// <summary>The rule for passphrases. Whoever steals the whole disk guesses at them at the speed of Argon2id, so length is the only defence.</summary>
public static class Passphrase
{
    public const int LeastWords = 5;
    public const int LeastCharacters = 16;
    public const int MostCharacters = 500;

    public static bool IsLongEnough(string passphrase)
    {
        var words = passphrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return passphrase.Length <= MostCharacters
            && (words.Length >= LeastWords || passphrase.Trim().Length >= LeastCharacters)
            && passphrase.Distinct().Count() > 4;
    }
}
