using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Turns;

/// <summary>What the desk gets when a talk is asked for: `remedybot.talk/1`, with the Bot Framework's `handoff.initiate`. Codes only, of the groups that were said yes to.</summary>
internal static class TalkDocument
{
    public const string Purpose = TalkView.Item;

    /// <summary>The wording of `live/consent`: the second names the groups.</summary>
    public const string TextVersion = "2";

    private const string Schema = "remedybot.talk/1";
    private const string Harm = "g3";

    /// <summary>The record of the yes. What is written from then on is its purpose: no group holds it.</summary>
    public static ConsentRecord ConsentOf(Recipient desk, ConsentTerms terms, string language) => new()
    {
        Recipient = new RecipientRef { Kind = desk.Kind, Id = desk.Id, Name = desk.Name },
        Groups = terms.Groups,
        Purpose = terms.Purpose,
        TextVersion = terms.TextVersion,
        TextLang = language,
        Given = Day(terms.Day),
        By = terms.By,
        Expires = Day(terms.Expires),
        Onward = false,
        MayContactPerson = false,
        Channel = "ticket_api",
    };

    public static string Write(string reference, CaseView seen, ConsentRecord consent)
    {
        IReadOnlyList<string> given = consent.Groups ?? [];
        var language = given.Contains(ConsentRules.Language) ? consent.TextLang : null;
        var leaf = given.Contains(Harm) && seen.Leaves.Count > 0 ? seen.Leaves[0] : null;
        var urgency = given.Contains(Harm) ? seen.Summary?.Urgency?.Level : null;
        return JsonSerializer.Serialize(new
        {
            schema = Schema,
            id = reference,
            person = language is null ? null : new { languages = new[] { language } },
            harms = leaf is null ? null : new[] { new { leaf, primary = true } },
            urgency = urgency is null ? null : new { level = urgency },
            consent = new JsonArray(SummaryJson.ToNode(ConsentRules.Told(consent, given))),
            handoff = new
            {
                type = "event",
                name = "handoff.initiate",
                conversation = new { id = reference },
                value = new { queue = consent.Recipient?.Id, language, urgency, topicCode = leaf },
            },
        });
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
