using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Commands;

public sealed class CaseCommandTests
{
    [Fact]
    public async Task Prints_the_document_as_it_was_consented_to()
    {
        using var rig = await Rig.CreateAsync();
        var (status, said, complained) = await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", rig.KeyFile, "--json");
        Assert.Equal((0, rig.Document + "\n"), (status, said));
        Assert.Contains(rig.Ref, complained, StringComparison.Ordinal);
        var (_, lines, _) = await OtherSide.RemedyBotAsync(File.ReadAllText(rig.Case), "case", "open", "-", "--key", rig.KeyFile);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(rig.Document), JsonNode.Parse(lines)));
    }

    [Fact]
    public async Task Checks_the_receipt_against_the_keys_of_the_server()
    {
        using var rig = await Rig.CreateAsync();
        var ours = rig.Folder.File("keys.json", rig.Keys);
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", rig.KeyFile, "--keys", ours)).Status);
        var foreign = rig.Folder.File("foreign.json", """{"keys":[]}""");
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", rig.KeyFile, "--keys", foreign)).Status);
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", rig.KeyFile, "--receipt");
        Assert.Equal(0, status);
        Assert.Equal(rig.Ref, Receipts.Verify(said.Trim(), SignKeySet.Read(rig.Keys)!)!.Ref);
    }

    [Fact]
    public async Task Ends_with_1_where_it_does_not_open_and_prints_nothing()
    {
        using var rig = await Rig.CreateAsync();
        using var other = OpeningKey.Create();
        var wrong = rig.Folder.File("other.jwk", other.ToJwk());
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", wrong);
        Assert.Equal((1, ""), (status, said));
        var text = File.ReadAllText(rig.Case);
        var changed = rig.Folder.File("changed.jwe", text[..200] + (text[200] == 'A' ? 'B' : 'A') + text[201..]);
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "case", "open", changed, "--key", rig.KeyFile)).Status);
    }

    [Fact]
    public async Task Ends_with_2_on_wrong_usage()
    {
        using var rig = await Rig.CreateAsync();
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "case", "open", rig.Case)).Status);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "case", "open", rig.Case + ".gone", "--key", rig.KeyFile)).Status);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "case", "open", rig.Case, "--key", rig.Case)).Status);
    }

    [Fact]
    public async Task The_example_in_its_help_works()
    {
        using var rig = await Rig.CreateAsync();
        var (_, help, _) = await OtherSide.RemedyBotAsync("", "case", "open", "--help");
        var example = help.Split('\n').Single(line => line.Contains("Example: ", StringComparison.Ordinal)).Split("remedybot ")[1].Trim();
        var arguments = example.Replace("RB-ABCDEFGHIJ.jwe", rig.Case, StringComparison.Ordinal).Replace("desk.jwk", rig.KeyFile, StringComparison.Ordinal).Split(' ');
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", arguments)).Status);
    }

    private sealed class Rig : IDisposable
    {
        internal required AFolder Folder { get; init; }

        internal required string Ref { get; init; }

        internal required string Case { get; init; }

        internal required string KeyFile { get; init; }

        internal required string Keys { get; init; }

        internal required string Document { get; init; }

        internal static async Task<Rig> CreateAsync()
        {
            var folder = new AFolder();
            await using var desk = await ADesk.OpenAsync();
            using var key = OpeningKey.Create();
            var prepared = desk.Prepare("Ça va · كلمات", recipient: new Recipient("desk", "desk", "Helpline", key.Public));
            return new Rig
            {
                Folder = folder,
                Ref = prepared.Ref,
                Case = folder.File("case.jwe", prepared.Parcel.Content + "\n"),
                KeyFile = folder.File("key.jwk", key.ToJwk()),
                Keys = SignKeySet.Of(desk.Vault.Signing).ToJson(),
                Document = ADesk.Projection(prepared.Ref, "Ça va · كلمات"),
            };
        }

        public void Dispose() => Folder.Dispose();
    }
}
