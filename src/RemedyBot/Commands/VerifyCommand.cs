using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Storage.Keys;

namespace RemedyBot.Commands;

/// <summary>`remedybot verify`: whether a receipt or a slip was signed by this server and stands as it was signed. Writes nothing.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The receipt or slip: a compact JWS; - takes it from standard input." };
        var keys = new Option<string?>("--keys") { Description = "The server's public keys (/.well-known/remedybot-keys.json); without it, those of --data." };
        var data = Configured.Data();
        var config = Configured.Config();
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        var command = new Command("verify", "Check the signature of a receipt or a slip.\nExample: remedybot verify receipt.jws --keys remedybot-keys.json") { file, keys, data, config, json };
        command.SetAction(parsed => Verify(parsed.GetValue(file)!, parsed.GetValue(keys), (parsed.GetValue(data), parsed.GetValue(config)), parsed.GetValue(json)));
        return command;
    }

    private static int Verify(string file, string? keysFile, (string? Data, string? Config) place, bool json)
    {
        if (TextFile.Read(file) is not { } compact)
            return Usage.Say("FILE cannot be read.");
        if (Keys(keysFile, place, out var problem) is not { } keys)
            return Usage.Say(problem!);
        var paper = SignedPaper.Read(Bare(compact), keys);
        Console.Out.WriteLine(json ? Json(paper) : Sentence(paper));
        return paper is null ? Usage.Findings : Usage.Well;
    }

    /// <summary>What copying from a page, a letter or a file puts around it and between its letters: isolates and marks of direction, breaks, a byte order mark.</summary>
    private static string Bare(string copied) =>
        string.Concat(copied.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static SignKeySet? Keys(string? file, (string? Data, string? Config) place, out string? problem)
    {
        problem = null;
        if (file is not null)
        {
            var read = TextFile.Read(file) is { } text ? SignKeySet.Read(text) : null;
            problem = read is null ? "--keys names no JWK Set." : null;
            return read;
        }

        if (Configured.Read(place.Config, new() { ["data"] = place.Data }, out problem) is not { } settings)
            return null;
        using var own = SigningKeys.Find(settings.Data);
        problem = own is null ? "There are no keys to check with. --keys takes the file that the server publishes at /.well-known/remedybot-keys.json, --data its data folder." : null;
        return own is null ? null : SignKeySet.Of(own);
    }

    private static string Sentence(SignedPaper? paper) => paper switch
    {
        null => "This does not hold: it is no receipt and no slip, none of these keys signed it, or it was changed.",
        { Receipt: { } receipt } => string.Create(CultureInfo.InvariantCulture,
            $"Receipt of {receipt.Ref}: consent given on {receipt.Day:yyyy-MM-dd} to {receipt.Recipient.Name} ({receipt.Recipient.Kind}) for {string.Join(", ", receipt.Groups)}, ends on {receipt.Expires:yyyy-MM-dd}.\n")
            + "The signature holds: the server recorded this yes. It cannot prove that a human gave it.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Slip of {paper.Ref}: something was handed over on {paper.Day:yyyy-MM-dd}.\nThe signature holds."),
    };

    private static string Json(SignedPaper? paper) => new JsonObject
    {
        ["valid"] = paper is not null,
        ["kind"] = paper?.Kind,
        ["content"] = paper is null ? null : JsonNode.Parse(paper.Json),
    }.ToJsonString(Plain);
}
