using System.Text;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Keys;

public class KeyFileTests
{
    [Fact]
    public async Task Keys_lie_in_a_closed_folder_and_the_database_is_its_owners()
    {
        await using var a = await AVault.OnDisk();
        await a.Turn(a.NewToken(), "{}");
        var keys = Path.Combine(a.Folder!, "keys");

        Assert.Equal(["delivery-2026-11-22", "sign-2026-11-22", "token-2026-11-22"], Directory.GetFiles(keys).Select(Path.GetFileName).Order());
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        foreach (var file in Directory.GetFiles(a.Folder!, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_token_key_file_goes_fifty_hours_after_its_day_began()
    {
        await using var a = await AVault.OnDisk();
        a.NewToken();
        var file = Path.Combine(a.Folder!, "keys", "token-2026-11-22");
        a.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 1, 59, 0, TimeSpan.Zero));
        await a.Vault.Caretaker.SweepAsync(default);
        Assert.True(File.Exists(file));
        a.Time.Advance(TimeSpan.FromMinutes(1));
        await a.Vault.Caretaker.SweepAsync(default);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task The_volatile_folder_takes_token_and_delivery_keys_and_without_them_codes_still_work()
    {
        var memory = Directory.CreateTempSubdirectory("remedybot-").FullName;
        var options = new VaultOptions { VolatileKeyFolder = memory };
        await using var a = await AVault.OnDisk(options);
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        var day = DateOnly.MaxValue;
        await a.Turn(token, "kept", "[1]", turn => turn with { ShowCode = code, Outbox = [new(a.Vault.Outbox.NewId(), "x"u8.ToArray(), AVault.Morning, day)] });
        Assert.Equal(["sign-2026-11-22"], Directory.GetFiles(Path.Combine(a.Folder!, "keys")).Select(Path.GetFileName));
        Assert.Equal(2, Directory.GetFiles(memory).Length);

        Directory.Delete(memory, recursive: true);
        await a.Reopen(options);

        Assert.Null(a.Vault.Tokens.Read(token).Token);
        Assert.Empty(await a.Vault.Outbox.DueAsync(9, default));
        using var ticket = (await a.Vault.Codes.OpenAsync(code.ToDisplay(), "x", default)).Ticket!;
        Assert.Equal("kept", Encoding.UTF8.GetString(ticket.Old.Payload.Span));
        Directory.Delete(memory, recursive: true);
    }

    [Fact]
    public async Task What_was_tried_and_lost_its_key_is_taken_back_by_a_notice_since_it_may_have_arrived()
    {
        var memory = Directory.CreateTempSubdirectory("remedybot-").FullName;
        var options = new VaultOptions { VolatileKeyFolder = memory };
        await using var a = await AVault.OnDisk();
        await a.Reopen(options);
        var (id, day, box) = (a.Vault.Outbox.NewId(), new DateOnly(2026, 12, 22), new byte[16]);
        await a.Vault.Outbox.AddAsync(new(id, "case"u8.ToArray(), AVault.Morning, day), default);
        using (var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single())
            Assert.True(await a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning, "slow") { MayHaveArrived = true }, default));
        Assert.False(await a.Vault.Outbox.IsLostAsync(id, default));

        Directory.Delete(memory, recursive: true);
        await a.Reopen(options);
        Assert.True(await a.Vault.Outbox.IsLostAsync(id, default));
        var notice = new OutboxDraft(a.Vault.Outbox.NewId(), "withdrawn"u8.ToArray(), AVault.Morning, day);
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { Withdrawals = [new(id, "RB-1", notice) { NeverLeft = new LetterDraft(box, "never left", day) }] });

        Assert.Equal("withdrawn"u8.ToArray(), (await a.Vault.Outbox.DueAsync(9, default)).Single().Payload.ToArray());
        Assert.Empty(await a.Vault.Letters.ReadAsync(box, default));
        Assert.False(await a.Vault.Outbox.IsLostAsync(id, default));
        Directory.Delete(memory, recursive: true);
    }

    [Fact]
    public async Task The_signing_key_stays_and_keeps_its_id()
    {
        await using var a = await AVault.OnDisk();
        var (id, signature) = (a.Vault.Signing.Current.KeyId, a.Vault.Signing.Current.Key.SignData("slip"u8, System.Security.Cryptography.HashAlgorithmName.SHA256));
        a.Time.Advance(TimeSpan.FromDays(400));
        await a.Reopen();

        Assert.Equal(id, a.Vault.Signing.Current.KeyId);
        Assert.True(a.Vault.Signing.Current.Key.VerifyData("slip"u8, signature, System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task A_trace_folder_is_known_as_one()
    {
        await using var a = await AVault.OnDisk();
        Assert.False(DataFolder.IsTrace(a.Folder!));
        DataFolder.MarkAsTrace(a.Folder!);
        Assert.True(DataFolder.IsTrace(a.Folder!));
    }
}
