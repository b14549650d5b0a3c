using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Commands;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task A_receipt_that_this_server_signed_holds_and_says_what_it_is_for()
    {
        using var rig = await Rig.CreateAsync();
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "verify", rig.Receipt, "--keys", rig.Keys);
        Assert.Equal(0, status);
        Assert.Contains(rig.Ref, said, StringComparison.Ordinal);

        var (again, json, _) = await OtherSide.RemedyBotAsync(await File.ReadAllTextAsync(rig.Receipt), "verify", "-", "--keys", rig.Keys, "--json");
        var found = JsonNode.Parse(json)!;
        Assert.Equal((0, true, "receipt", rig.Ref), (again, (bool)found["valid"]!, (string)found["kind"]!, (string)found["content"]!["ref"]!));
    }

    [Fact]
    public async Task A_slip_holds_and_is_never_taken_for_a_receipt()
    {
        using var rig = await Rig.CreateAsync();
        var (status, json, _) = await OtherSide.RemedyBotAsync("", "verify", rig.Slip, "--keys", rig.Keys, "--json");
        var found = JsonNode.Parse(json)!;
        Assert.Equal((0, "slip"), (status, (string)found["kind"]!));
        Assert.Equal(["instance", "ref", "day"], found["content"]!.AsObject().Select(p => p.Key));
    }

    /// <summary>What copying brings along: isolates and marks of direction, breaks, a byte order mark.</summary>
    [Theory]
    [InlineData("\u2066", "\u2069")]
    [InlineData(" \u2068\u2066", "\u2069\u2069\u200F\r\n\r\n")]
    [InlineData("\uFEFF\u200E\u00A0", "\u202C\t")]
    public async Task A_slip_that_was_copied_from_a_page_holds_whatever_stands_around_it(string before, string after)
    {
        using var rig = await Rig.CreateAsync();
        var slip = (await File.ReadAllTextAsync(rig.Slip)).Trim();
        foreach (var copied in new[] { slip, slip.Insert(70, "\u2069\r\n\u2066").Insert(30, " ") })
        {
            var (status, json, _) = await OtherSide.RemedyBotAsync("", "verify", rig.Folder.File("copied.txt", before + copied + after), "--keys", rig.Keys, "--json");
            Assert.Equal((0, rig.Ref), (status, (string)JsonNode.Parse(json)!["content"]!["ref"]!));
        }
    }

    [Fact]
    public async Task What_was_changed_or_signed_by_others_does_not_hold()
    {
        using var rig = await Rig.CreateAsync();
        var parts = (await File.ReadAllTextAsync(rig.Receipt)).Trim().Split('.');
        var middle = parts[1][..40] + (parts[1][40] == 'A' ? 'B' : 'A') + parts[1][41..];
        var changed = rig.Folder.File("changed.jws", string.Join('.', parts[0], middle, parts[2]));
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "verify", changed, "--keys", rig.Keys)).Status);

        await using var other = await ADesk.OpenAsync();
        var foreign = rig.Folder.File("foreign.json", SignKeySet.Of(other.Vault.Signing).ToJson());
        var (status, json, _) = await OtherSide.RemedyBotAsync("", "verify", rig.Receipt, "--keys", foreign, "--json");
        Assert.Equal((1, """{"valid":false,"kind":null,"content":null}"""), (status, json.Trim()));
    }

    [Fact]
    public async Task The_keys_of_a_data_folder_serve_too_and_none_are_made()
    {
        using var rig = await Rig.CreateAsync();
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "verify", rig.Receipt, "--data", rig.Data)).Status);
        var nowhere = Path.Combine(rig.Folder.Path, "nowhere");
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "verify", rig.Receipt, "--data", nowhere)).Status);
        Assert.False(Directory.Exists(nowhere));
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "verify", rig.Receipt + ".gone", "--data", rig.Data)).Status);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "verify", rig.Receipt, "--keys", rig.Receipt)).Status);
    }

    private sealed class Rig : IDisposable
    {
        internal required AFolder Folder { get; init; }

        internal required string Data { get; init; }

        internal required string Ref { get; init; }

        internal required string Receipt { get; init; }

        internal required string Slip { get; init; }

        internal required string Keys { get; init; }

        internal static async Task<Rig> CreateAsync()
        {
            var folder = new AFolder();
            var data = Path.Combine(folder.Path, "data");
            await using var desk = await ADesk.OpenAsync(data);
            using var key = OpeningKey.Create();
            var prepared = desk.Prepare("words", recipient: new Recipient("desk", "desk", "Helpline", key.Public));
            var sign = new SignKey(desk.Vault.Signing.Current.Key);
            return new Rig
            {
                Folder = folder,
                Data = data,
                Ref = prepared.Ref,
                Receipt = folder.File("receipt.jws", prepared.ReceiptJws + "\n"),
                Slip = folder.File("slip.jws", new ProofSlip("help.example.org", prepared.Ref, new(2026, 11, 22)).Sign(sign)),
                Keys = folder.File("keys.json", SignKeySet.Of(desk.Vault.Signing).ToJson()),
            };
        }

        public void Dispose() => Folder.Dispose();
    }
}
