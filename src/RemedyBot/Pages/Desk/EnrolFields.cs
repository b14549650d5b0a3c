using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>The fields that a worker is enrolled with, on the set-up page and on the workers' page.</summary>
internal static class EnrolFields
{
    /// <summary>The fields; the passphrase is never filled in again, the word and the secret are.</summary>
    internal static IEnumerable<Node> Of(DeskVisit visit)
    {
        var words = visit.Words;
        var typed = visit.Form["totp"];
        var secret = OneTimeCode.IsSecret(typed) ? typed : OneTimeCode.NewSecret(visit.Parts.Random);
        return
        [
            DeskFrame.Field("word", words["word"], hint: words["enrol-word-hint"], value: visit.Form["word"] is { Length: > 0 } word ? word : null),
            DeskFrame.Field("passphrase", words["passphrase"], "password", words["enrol-passphrase-hint"]),
            DeskFrame.Field("repeat", words["enrol-repeat"], "password"),
            new Element("fieldset",
                new Element("legend", words["enrol-app"]),
                new Element("p", words["enrol-app-hint"]),
                new Element("img")
                {
                    ["class"] = "qr",
                    ["src"] = "data:image/png;base64," + Convert.ToBase64String(OneTimeCode.ToPng(secret)),
                    ["alt"] = words["enrol-picture"],
                },
                new Element("p", words["enrol-secret"], ": ", new Element("code", Grouped(secret)) { ["dir"] = "ltr" }) { ["class"] = "secret" },
                new Element("input") { ["type"] = "hidden", ["name"] = "totp", ["value"] = secret },
                DeskFrame.Field("code", words["enrol-code"], "digits")),
        ];
    }

    /// <summary>What was typed; null where the two passphrases differ.</summary>
    internal static NewWorker? Read(DeskForm form) =>
        form["passphrase"] == form["repeat"] ? new NewWorker(form["word"], form["passphrase"], form["totp"], form["code"]) : null;

    internal static string Key(EnrolmentResult? result) => result switch
    {
        null => "enrol-passphrase-differs",
        EnrolmentResult.WordUnusable => "enrol-wrong-word",
        EnrolmentResult.WordTaken => "enrol-word-taken",
        EnrolmentResult.PassphraseTooShort => "enrol-passphrase-short",
        EnrolmentResult.CodeWrong => "enrol-wrong-code",
        EnrolmentResult.SetupWordWrong => "enrol-setup-word",
        _ => "trouble-ours",
    };

    private static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
}
