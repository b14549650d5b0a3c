using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Tests.Handoff.Commands;

public sealed class OutboxCommandTests
{
    [Fact]
    public async Task Says_why_something_waits_and_shows_what_cannot_be_read()
    {
        using var folder = new AFolder();
        await using (var desk = await ADesk.OpenAsync(folder.Path, new FakeTimeProvider(DateTimeOffset.UtcNow)))
        {
            using var theirs = OpeningKey.Create();
            await desk.QueueAsync(desk.Prepare(recipient: new Recipient("helpline", "hl.one", "One", theirs.Public)).Parcel);
            using (var entry = Assert.Single(await desk.Vault.Outbox.ListAsync(default)))
                Assert.True(await desk.Vault.Outbox.PostponeAsync(entry, new Setback(desk.Time.GetUtcNow().AddDays(1), Reasons.NotAuthorised), default));
            await desk.Vault.Outbox.AddAsync(new(desk.Vault.Outbox.NewId(), "{}"u8.ToArray(), desk.Time.GetUtcNow(), desk.Today.AddDays(20)), default);
        }

        var (status, said, _) = await OtherSide.RemedyBotAsync("", "outbox", "list", "--data", folder.Path);
        Assert.Equal(0, status);
        Assert.Contains("  hl.one  jwe  1 attempts  next try (not_authorised)  ", said, StringComparison.Ordinal);
        Assert.Contains("?  ?  ?  0 attempts  next try  ", said, StringComparison.Ordinal);
        (_, said, _) = await OtherSide.RemedyBotAsync("", "outbox", "list", "--json", "--data", folder.Path);
        Assert.Contains("\"last\":\"not_authorised\"", said, StringComparison.Ordinal);
        Assert.Contains("\"key\":\"?\"", said, StringComparison.Ordinal);
    }
}
