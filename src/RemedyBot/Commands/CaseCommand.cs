using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Commands;

/// <summary>`remedybot case open`: opens a sealed case on the machine that holds its key. Reads two files, writes none.</summary>
public static class CaseCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The sealed case: a compact JWE; - takes it from standard input." };
        var key = new Option<string>("--key") { Description = "The private key: a JWK, or a PEM file (PKCS#8).", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The server's public keys (/.well-known/remedybot-keys.json), to check the receipt's signature." };
        var receipt = new Option<bool>("--receipt") { Description = "Print the receipt of the consent instead of the document." };
        var json = new Option<bool>("--json") { Description = "The document on one line, byte for byte as it was consented to." };
        var open = new Command("open", "Open a sealed case and print the document.\nExample: remedybot case open RB-ABCDEFGHIJ.jwe --key desk.jwk") { file, key, keys, receipt, json };
        open.SetAction(parsed => Open(
            parsed.GetValue(file)!, parsed.GetValue(key)!, parsed.GetValue(keys), parsed.GetValue(receipt), parsed.GetValue(json)));
        return new Command("case", "Read cases that were handed over.") { open };
    }

    private static int Open(string file, string keyFile, string? keysFile, bool printReceipt, bool json)
    {
        if (TextFile.Read(file) is not { } compact || TextFile.Read(keyFile) is not { } keyText)
            return Usage.Say("A file cannot be read.");
        var keys = keysFile is null ? null : TextFile.Read(keysFile) is { } text ? SignKeySet.Read(text) : null;
        if (keysFile is not null && keys is null)
            return Usage.Say("--keys names no JWK Set.");
        using var key = OpeningKey.Read(keyText);
        if (key is null)
            return Usage.Say("--key holds no private P-256 key. A JWK or a PKCS#8 PEM file is needed.");
        if (SealedCase.OpenDocument(compact.Trim(), key) is not { } opened)
            return Failed("This does not open. The key is another one, or the file was changed.");
        var proven = Report(opened, keys);
        if (printReceipt && opened.ReceiptJws is null)
            return Usage.Findings;
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes((printReceipt ? opened.ReceiptJws! : json ? opened.Json : Lines(opened.Json)) + "\n"));
        return proven ? Usage.Well : Usage.Findings;
    }

    /// <summary>Says on the error stream what is known of the consent. False: a signature was to be checked and is not theirs.</summary>
    private static bool Report(OpenedDocument opened, SignKeySet? keys)
    {
        if (opened.ReceiptJws is not { } compact || Receipts.Peek(compact) is not { } receipt)
        {
            Console.Error.WriteLine("This case carries no receipt of a consent.");
            return keys is null;
        }

        Console.Error.WriteLine(FormattableString.Invariant($"Case {receipt.Ref}: consent given on {receipt.Day:yyyy-MM-dd}, ends on {receipt.Expires:yyyy-MM-dd}. The receipt fits the case."));
        if (keys is null)
        {
            Console.Error.WriteLine("The receipt's signature was not checked; --keys takes the keys that the server publishes.");
            return true;
        }

        var good = Receipts.Verify(compact, keys) is not null;
        Console.Error.WriteLine(good ? "The receipt is signed by one of the given keys." : "The receipt is not signed by any of the given keys.");
        return good;
    }

    private static string Lines(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }

    private static int Failed(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Usage.Findings;
    }
}
