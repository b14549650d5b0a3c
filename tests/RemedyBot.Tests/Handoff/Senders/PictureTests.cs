using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;
using RemedyBot.Composition;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>
/// The README shows helplines what arrives. These pictures are drawn here, from a conversation in Spanish and what each sender really sent; with
/// REMEDYBOT_UPDATE=1 they are written anew.
/// </summary>
public sealed partial class PictureTests
{
    private const string Cards = """
        format: 1
        recipients:
          - id: hl.test.clear
            kind: helpline
            name: Example Helpline
            reads: [en]
            answer_days: 3
            groups: [g1, g3, g4, g5, g6, g13]
            system: request-tracker
        """;

    /// <summary>What staff have to know of the yes, in their language and in the person's.</summary>
    private static readonly string[] Consent =
    [
        "The person was asked for these parts and said yes. The yes holds until 22 December 2026.",
        "- The story in the person's own words",
        "The person said yes themselves.",
        "Given on: 22 November 2026",
        "Please do not pass anything on to others. This consent covers nobody else.",
        "Please delete this case, with every copy of it, by 22 December 2026.",
        "La propia persona dijo que sí.",
    ];

    [Fact]
    public async Task What_the_readme_shows_is_what_arrives()
    {
        var parcel = await ParcelAsync();
        Assert.All(Consent, line => Assert.Contains($"\n{line}\n", Plain(parcel.Text) + "\n", StringComparison.Ordinal));
        var drawn = $"""
            Request Tracker:

            ```
            {await TrackerAsync(parcel)}
            ```

            Zammad, with the same words:

            ```
            {await ZammadAsync(parcel)}
            ```

            Mail, as it travels, and what OpenPGP opens on your side:

            ```
            {await MailAsync(parcel)}
            ```
            """.ReplaceLineEndings("\n");
        var file = Path.Combine(Repository.Root, "README.md");
        var readme = await File.ReadAllTextAsync(file);
        var shown = Pictures().Match(readme);
        Assert.True(shown.Success);
        if (Environment.GetEnvironmentVariable("REMEDYBOT_UPDATE") == "1")
            await File.WriteAllTextAsync(file, readme[..shown.Groups[1].Index] + drawn + readme[(shown.Groups[1].Index + shown.Groups[1].Length)..]);
        else
            Assert.Equal(drawn, shown.Groups[1].Value);
    }

    private static async Task<Parcel> ParcelAsync()
    {
        var helplines = new TwoHelplines(Cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await chat.Greet("es");
        await person.Say("no", "no", "adult", "ibsa.ncii", "unknown");
        for (var turn = 0; turn < 60 && person.Step != "recipient-consent/default"; turn++)
            await person.Say((person.Kind, person.Field) switch
            {
                ("review", _) => "confirm",
                (_, "/statement/original") => "Mi ex ha publicado mis fotos íntimas en un canal.",
                (_, "/locations/-/platform_id") => "plt.telegram",
                (_, "/person/country") => "ES",
                (_, "/remedies/-/type") => "restitution",
                ("date", _) => "2026-11-20",
                _ => "skip",
            });
        await person.Say("yes");
        if (person.Step == "recipient-consent/beyond")
            await person.Say("g4");
        await person.SkipTo("keep/keep");
        var parcel = Assert.Single(helplines.Received);
        return Parcel.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parcel.ToJson()).Replace(parcel.Ref, "RB-ABCDEFGHIJ", StringComparison.Ordinal)))!;
    }

    private static async Task<string> TrackerAsync(Parcel parcel)
    {
        using var rig = new Borrowed<RequestTrackerRig>(new());
        await rig.SendAsync(parcel);
        var ticket = Assert.Single(rig.Rig.Fake.Tickets);
        var sent = Sent(rig.Rig.Fake.Bytes, "POST /REST/2.0/ticket\n");
        var fields = ticket["CustomFields"]!.AsArray().Select(f => $"{f!["name"]}: {string.Join(", ", f["values"]!.AsArray())}");
        return $"#1: {ticket["Subject"]}        Status: {ticket["Status"]}    Requestors: none\n{string.Join("\n", fields)}\n\n{Plain(sent["Content"])}\n\n"
            + string.Join('\n', sent["Attachments"]!.AsArray().Select(a => $"[file] {a!["FileName"]}"));
    }

    private static async Task<string> ZammadAsync(Parcel parcel)
    {
        using var rig = new Borrowed<ZammadRig>(new());
        await rig.SendAsync(parcel);
        var ticket = Assert.Single(rig.Rig.Fake.Tickets);
        var article = Assert.Single(rig.Rig.Fake.Articles);
        return $"#{ticket["number"]}  {ticket["title"]}        Group: {ticket["group"]}    Customer: {ticket["customer"]}    Priority: {ticket["priority"]}\n"
            + $"Tags: {string.Join(", ", rig.Rig.Fake.Tags.Select(t => t.Tag))}\n\n[{article["type"]}, internal] {Plain(article["body"]).Split('\n')[0]} …\n\n"
            + string.Join('\n', article["attachments"]!.AsArray().Select(a => $"[file] {a!["filename"]}"));
    }

    private static async Task<string> MailAsync(Parcel parcel)
    {
        await using var rig = new MailRig();
        var sealedLetter = SealedLetter.Seal(parcel.Text!, ($"{parcel.Ref}.json", Encoding.UTF8.GetBytes(parcel.Content)), rig.Recipient.MailKey!, inline: false, AChat.Now);
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(AChat.Now);
        var content = Reach.Texts(AChat.Content, "en");
        var sender = new MailSender(SenderRig.RecipientId, rig.Settings with { Port = rig.Fake.Port }, content, time);
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(parcel with { Form = ParcelForm.OpenPgp, Content = sealedLetter.ToJson(), Text = null }, default));
        using var letter = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(rig.Fake.Letters))));
        var opened = rig.Bytes.First(bytes => bytes.Contains("In their own words", StringComparison.Ordinal) || bytes.Contains(parcel.Text!.Split('\n')[0], StringComparison.Ordinal));
        return $"From: {letter.From}\nTo: {letter.To}\nSubject: {letter.Subject}\nContent-Type: {letter.Body!.ContentType.MimeType}\n\n-----BEGIN PGP MESSAGE----- …\n\n"
            + $"{Plain(opened).Split('\n')[0]} …\n[file] {parcel.Ref}.json";
    }

    private static JsonObject Sent(IEnumerable<string> bytes, string call)
    {
        var whole = bytes.First(text => text.StartsWith(call, StringComparison.Ordinal));
        return JsonNode.Parse(whole[whole.IndexOf("\n{", StringComparison.Ordinal)..])!.AsObject();
    }

    // What keeps directions apart has no picture.
    private static string Plain(object? text) => Isolates().Replace(text?.ToString() ?? "", "").Trim();

    [GeneratedRegex("[\u2066-\u2069]")]
    private static partial Regex Isolates();

    [GeneratedRegex("<!-- pictures: drawn by PictureTests -->\n(.*?)\n<!-- end of pictures -->", RegexOptions.Singleline)]
    private static partial Regex Pictures();

    private sealed class Borrowed<T>(T rig) : IDisposable
        where T : SenderRig
    {
        public T Rig => rig;

        public async Task SendAsync(Parcel parcel)
        {
            var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(AChat.Now);
            Assert.IsType<SendOutcome.Delivered>(await rig.Sender(time).SendAsync(parcel, default));
        }

        public void Dispose() => rig.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
