using System.Security.Cryptography;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Composition;

/// <summary>Sends a case that says of itself that it is a test through a recipient's real settings, and takes it back again.</summary>
public sealed class RecipientTest(LoadedContent content, Reach reach, TimeProvider time, Action<string> say)
{
    private const int Days = 2;

    /// <summary>Tells each step as it is done. True: all went well.</summary>
    public async Task<bool> RunAsync(CardStanding standing, CancellationToken cancellation)
    {
        if (standing.Written.Card is not { } card)
            return Step("card", standing.Why ?? "it cannot be used");
        Step("card", null);
        if (!Step("offered", standing.Why))
            return false;
        foreach (var warning in new[] { standing.Warning, MailsOn(card) }.OfType<string>())
            say($"  {warning}");
        if (!Step("settings", reach.Problem(card)))
            return false;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var means = new HandoffMeans(new SignKey(key), new SystemRandomness()) { Readable = _ => Words(card), Now = time.GetUtcNow() };
        var prepared = Prepare(card, means);
        say($"prepared: {prepared.Ref}, {prepared.Parcel.Form.ToString().ToLowerInvariant()}");
        using var senders = new Senders(time);
        var sender = senders.For(card.Id, reach.Settings(card), Reach.Texts(content, Recipients.LanguageOf(card, content)));
        if (await SendAsync("sent", sender, prepared.Parcel, cancellation) is not { } sent)
            return false;
        var read = sent.Thread is not { } thread || sender is not ITalkingSender talking || await ReadAsync(talking, TicketThread.Read(thread.Payload.Span)!, cancellation);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var notice = Parcel.OfWithdrawal(prepared.Parcel.Recipient, new WithdrawalNotice("test", prepared.Ref, today), means.Sign, prepared.Parcel.Expires);
        return await SendAsync("taken back", sender, notice, cancellation) is not null && read;
    }

    // An access that may write and not read would leave every answer there unseen.
    private async Task<bool> ReadAsync(ITalkingSender sender, TicketThread thread, CancellationToken cancellation)
    {
        const string step = "answers can be read";
        try
        {
            await sender.FetchAsync(thread, cancellation);
            return Step(step, null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Step(step, Reasons.Of(e));
        }
    }

    /// <summary>What this program cannot see from here and the person would not expect.</summary>
    private string? MailsOn(HelpCard card) => (card.Readable && !reach.IsBell(card) ? card.System : "") switch
    {
        "request-tracker" => "as installed, Request Tracker mails what comes into a ticket on, unencrypted: see that the scrips On Create Notify and On Correspond Notify do not apply to this queue",
        "zammad" => "as installed, Zammad mails what comes into a ticket on to its group's agents, unencrypted: see that they have switched such e-mail off",
        _ => null,
    };

    private PreparedHandoff Prepare(HelpCard card, HandoffMeans means)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var reference = HandoffReference.New(means.Random);
        var projection = new JsonObject
        {
            ["schema"] = "remedybot.case-summary/1",
            ["id"] = reference,
            ["created"] = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["statement"] = new JsonObject { ["short_reason"] = Words(card) },
        }.ToJsonString();
        var name = card.Name.Values.First();
        return HandoffPreparation.Prepare(reference, projection, Recipients.Of(card, name, reach.IsInline(card)), new("test", [], "test", "self", today, today.AddDays(Days), "test"), means);
    }

    private async Task<SendOutcome.Delivered?> SendAsync(string step, ISender sender, Parcel parcel, CancellationToken cancellation)
    {
        if (!sender.Takes(parcel))
            return Failed(step, "this way does not take it");
        try
        {
            switch (await sender.SendAsync(parcel, cancellation))
            {
                case SendOutcome.Delivered delivered:
                    say($"{step}: ok, their reference is {delivered.Reference}");
                    foreach (var field in delivered.Lost)
                        say($"  their system did not keep, or did not let us do: {field}");
                    return delivered;
                case SendOutcome.TryLater later:
                    return Failed(step, $"not now: {later.Reason}");
                case SendOutcome.Refused refused:
                    return Failed(step, $"refused: {refused.Reason}");
                default:
                    return Failed(step, "no answer");
            }
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Failed(step, Reasons.Of(e));
        }
    }

    private SendOutcome.Delivered? Failed(string step, string problem)
    {
        Step(step, problem);
        return null;
    }

    private string Words(HelpCard card) => content.Localizer.Catalog.Render(Recipients.LanguageOf(card, content), "desk/parcel-test", new Dictionary<string, Arg>());

    private bool Step(string step, string? problem)
    {
        say(problem is null ? $"{step}: ok" : $"{step}: {problem}");
        return problem is null;
    }
}
