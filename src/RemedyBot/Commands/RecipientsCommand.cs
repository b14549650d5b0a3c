using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Composition;
using RemedyBot.Handoff.Cards;
using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Commands;

/// <summary>`remedybot recipients`: who can take a case beside the desk.</summary>
public static class RecipientsCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("recipients", "See, sign and test recipients' cards.") { List(), Sign(), Test() };

    private static Command List()
    {
        var (content, config) = (Content(), Configured.Config());
        var json = new Option<bool>("--json") { Description = "One JSON object a line on standard output." };
        var command = new Command("list", "List every card, whether it is offered, and why not.\nExample: remedybot recipients list --content our-content --config remedybot.json") { content, config, json };
        command.SetAction(parsed =>
        {
            if (Read(parsed.GetValue(content), parsed.GetValue(config), out var wrong) is not { } read)
                return wrong;
            foreach (var standing in read.Help.All)
                Console.Out.WriteLine(parsed.GetValue(json) ? Json(standing) : Line(standing));
            return read.Help.All.All(s => s.Why is null || s.Written.Example) ? Usage.Well : Usage.Findings;
        });
        return command;
    }

    private static Command Sign()
    {
        var file = new Argument<string>("FILE") { Description = "The file of cards; the signatures are written into it." };
        var key = new Option<string>("--key") { Description = "The signer's private P-256 key (JWK or PEM). It is read and not kept.", Required = true };
        var id = new Option<string?>("--id") { Description = "This card only; without it, all but examples." };
        var command = new Command("sign", "Sign cards after you have checked them.\nExample: remedybot recipients sign our-content/dialogs/recipients.yaml --key signer.pem") { file, key, id };
        command.SetAction(parsed => Sign(parsed.GetValue(file)!, parsed.GetValue(key)!, parsed.GetValue(id)));
        return command;
    }

    private static int Sign(string file, string keyFile, string? only)
    {
        if (TextFile.Read(file) is not { } text || file == "-")
            return Usage.Say("FILE cannot be read.");
        if (TextFile.Read(keyFile) is not { } key || CardSignature.Sign([], key) is null)
            return Usage.Say("--key holds no private P-256 key.");
        IReadOnlyList<WrittenCard> cards;
        try
        {
            cards = [.. CardsReader.Read(file, text).Where(c => !c.Example && (only is null || c.Id == only))];
        }
        catch (ContentException e)
        {
            return Usage.Say($"{e.Path}:{e.Line}: {e.Problem}");
        }

        if (cards.Count == 0)
            return Usage.Say("There is no card to sign.");
        if (cards.FirstOrDefault(c => c.Problem is not null) is { } broken)
        {
            Console.Error.WriteLine($"Line {broken.Line}: {broken.Id} cannot be used: {broken.Problem}.");
            return Usage.Findings;
        }

        if (SignedCards.Write(text, cards, card => CardSignature.Sign(card.Content, key)!) is not { } signed || !SignedCards.Stand(signed, cards))
            return Usage.Say("A card could not be signed in place. Begin it with `- id: …` and give each of its keys a line.");
        File.WriteAllText(file, signed);
        Console.Out.WriteLine($"Signed: {string.Join(", ", cards.Select(c => c.Id))}");
        return Usage.Well;
    }

    private static Command Test()
    {
        var name = new Argument<string>("NAME") { Description = "The card's id." };
        var (content, config) = (Content(), Configured.Config());
        var command = new Command("test", "Send a case marked as a test through the real settings, take it back, and say what happened.\nExample: remedybot recipients test hl.xx.example --config remedybot.json") { name, content, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (Read(parsed.GetValue(content), parsed.GetValue(config), out var wrong) is not { } read)
                return wrong;
            if (read.Help.All.FirstOrDefault(s => s.Written.Id == parsed.GetValue(name)) is not { } standing)
                return Usage.Say("No card is called so. `remedybot recipients list` names them.");
            return await new RecipientTest(read.Content, read.Reach, TimeProvider.System, Console.Out.WriteLine).RunAsync(standing, cancellation) ? Usage.Well : Usage.Findings;
        });
        return command;
    }

    private static Option<string?> Content() => new("--content") { Description = "A folder with dialogs and localization of your own; without it, the setting `content`." };

    /// <param name="wrong">The exit status, where the result is null and everything was said.</param>
    private static Reading? Read(string? content, string? config, out int wrong)
    {
        wrong = Usage.Findings;
        if (Configured.ReadWithReach(config, new() { ["content"] = content }, out var problem) is not var (settings, reach))
        {
            wrong = Usage.Say(problem!);
            return null;
        }

        if (UsableContent.Open(new ContentFolder(settings.Content)) is not { } loaded)
            return null;
        return new(loaded, reach, HelpDirectory.Of(loaded.Domain.Cards, settings, reach));
    }

    private sealed record Reading(LoadedContent Content, Reach Reach, HelpDirectory Help);

    private static string Line(CardStanding standing) =>
        $"{standing.Written.Id}  {(standing.Why is { } why ? $"not offered: {why}" : standing.Bell ? "told of the desk's cases" : standing.Written.Card is { Capacity: Capacity.Full } ? "full: nobody is asked" : "offered")}"
        + (standing.Warning is { } warning ? $"; {warning}" : "");

    private static string Json(CardStanding standing) => new JsonObject
    {
        ["id"] = standing.Written.Id,
        ["line"] = standing.Written.Line,
        ["offered"] = standing.Offered,
        ["example"] = standing.Written.Example,
        ["bell"] = standing.Bell,
        ["full"] = standing.Written.Card is { Capacity: Capacity.Full },
        ["why"] = standing.Why,
        ["warning"] = standing.Warning,
    }.ToJsonString(Plain);
}
