using System.Text;
using System.Text.Json;
using RemedyBot.Handoff.Desk;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Commands;

/// <summary>What the desk's commands ask and say. Passphrases are read from a file, from standard input line by line, or unseen from the terminal; never from an option.</summary>
internal sealed class DeskTalk(FrontDesk desk, bool json)
{
    private static readonly SystemRandomness Random = new();

    internal static int Well(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Usage.Well;
    }

    internal static int Failed(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Usage.Findings;
    }

    internal static int Already() => Failed("There is a desk here already. Nothing was changed.");

    internal int Describe()
    {
        if (desk.File.Read() is not { } card)
            return Failed("There is no desk here yet. `remedybot desk init` sets one up.");
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { kid = card.CaseKey.Kid, keyIsElsewhere = card.KeyIsElsewhere, workers = card.Workers.Count }));
        else
            Console.Out.WriteLine($"Key: {card.CaseKey.Kid}\nHeld elsewhere: {(card.KeyIsElsewhere ? "yes" : "no")}\nWorkers: {card.Workers.Count}");
        return Usage.Well;
    }

    internal int Described(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Describe();
    }

    internal async Task<int> AddAsync(string word, string? passphraseFile, CancellationToken cancellation)
    {
        if (desk.File.Read() is not { } card)
            return Describe();
        if (card.WorkerKey is null)
            return await EnrolAsync(word, passphraseFile, desk.Enrolment.AddFirstAsync, cancellation);
        Console.Error.WriteLine("A worker who is enrolled signs in first.");
        var signIn = await desk.SignIn.SignInAsync(Ask("Sign-in word: "), AskUnseen("Passphrase: "), Ask("Code from the app: "), "", cancellation);
        using var session = signIn is SignInResult.Opened opened ? desk.Sessions.Use(opened.SessionId) : null;
        if (session is null)
            return Failed("Word, passphrase and code did not fit together.");
        Console.Error.WriteLine("Now the new worker.");
        return await EnrolAsync(word, passphraseFile, (worker, stop) => desk.Enrolment.AddAsync(worker, session, stop), cancellation);
    }

    internal async Task<int> EnrolAsync(
        string word, string? passphraseFile, Func<NewWorker, CancellationToken, Task<EnrolmentResult>> enrol, CancellationToken cancellation)
    {
        if ((passphraseFile is null ? AskTwice() : FirstLine(passphraseFile)) is not { } passphrase)
            return Usage.Say(passphraseFile is null ? "The two passphrases are not the same." : "--passphrase-file names no file that can be read.");
        var secret = OneTimeCode.NewSecret(Random);
        var code = passphraseFile is null && !Console.IsInputRedirected ? AskCode(secret) : null;
        var result = await enrol(new NewWorker(word, passphrase, secret, code), cancellation);
        return result switch
        {
            EnrolmentResult.Enrolled => Enrolled(word, secret, shown: code is not null),
            EnrolmentResult.AlreadySetUp => Already(),
            EnrolmentResult.WordTaken => Failed("Someone has this sign-in word already."),
            EnrolmentResult.CodeWrong => Failed("This code does not fit. Nothing was changed."),
            EnrolmentResult.PassphraseTooShort => Usage.Say("The passphrase needs at least 5 words or 16 characters."),
            _ => Usage.Say("--word takes letters and digits, up to 40."),
        };
    }

    private int Enrolled(string word, string secret, bool shown)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { word, secret, otpauth = OneTimeCode.ToUri(secret) }));
        else if (!shown)
            Console.Out.WriteLine($"Secret for the authenticator app: {secret}\n{OneTimeCode.ToUri(secret)}");
        return Well("The worker is enrolled. A lost passphrase cannot be reset, so it is good to enrol a second worker soon.");
    }

    private static string AskCode(string secret)
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.Error.WriteLine($"Scan this with an authenticator app, or type the secret into it: {secret}\n\n{OneTimeCode.ToText(secret)}\n");
        return Ask("Code that the app shows: ");
    }

    private static string? AskTwice()
    {
        var first = AskUnseen("Passphrase, at least 5 words or 16 characters: ");
        return Console.IsInputRedirected || first == AskUnseen("The same passphrase again: ") ? first : null;
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        return Console.In.ReadLine() ?? "";
    }

    private static string AskUnseen(string question)
    {
        if (Console.IsInputRedirected)
            return Ask(question);
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static string? FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
