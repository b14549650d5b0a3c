using System.Text.Json.Nodes;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Commands;

public sealed class DeskCommandTests
{
    [Fact]
    public async Task Init_enrols_a_worker_who_can_sign_in()
    {
        using var folder = new AFolder();
        var file = folder.File("passphrase", ADesk.Passphrase + "\n");
        var data = Path.Combine(folder.Path, "data");
        var (status, said, complained) = await OtherSide.RemedyBotAsync("", "desk", "init", "--data", data, "--passphrase-file", file, "--word", "Heron", "--json");
        Assert.True(status == 0, complained);
        var secret = (string)JsonNode.Parse(said)!["secret"]!;
        Assert.Contains(secret, (string)JsonNode.Parse(said)!["otpauth"]!, StringComparison.Ordinal);

        await using var desk = await ADesk.OpenAsync(data);
        var code = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret)).ComputeTotp(desk.Time.GetUtcNow().UtcDateTime);
        Assert.IsType<SignInResult.Opened>(await desk.Desk.SignIn.SignInAsync("heron", ADesk.Passphrase, code, "", default));
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "desk", "init", "--data", data, "--passphrase-file", file)).Status);
    }

    [Fact]
    public async Task Init_with_a_public_key_never_takes_a_private_one()
    {
        using var folder = new AFolder();
        using var key = OpeningKey.Create();
        var data = Path.Combine(folder.Path, "data");
        var full = folder.File("full.jwk", key.ToJwk());
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "desk", "init", "--data", data, "--public-key", full)).Status);
        Assert.Null(new DeskFile(data).Read());

        var half = folder.File("public.jwk", key.Public.ToJwk());
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "desk", "init", "--data", data, "--public-key", half);
        Assert.Equal(0, status);
        Assert.Contains(key.Public.Kid, said, StringComparison.Ordinal);
        Assert.Equal(key.Public, new DeskFile(data).Read()!.ToRecipient("Helpline").Key);

        // The first worker of such a desk, with the passphrase from standard input.
        Assert.Equal(0, (await OtherSide.RemedyBotAsync(ADesk.Passphrase + "\n", "desk", "add", "--data", data, "--word", "heron")).Status);
        var (_, list, _) = await OtherSide.RemedyBotAsync("", "desk", "list", "--data", data, "--json");
        Assert.Equal(1, (int)JsonNode.Parse(list)!["workers"]!);
    }

    [Fact]
    public async Task Keys_that_belong_into_memory_are_never_made_on_the_disk()
    {
        using var folder = new AFolder();
        var (data, memory) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "memory"));
        var config = folder.File("settings.json", new JsonObject { ["data"] = data, ["keys"] = new JsonObject { ["volatileFolder"] = memory } }.ToJsonString());
        var passphrase = folder.File("passphrase", ADesk.Passphrase + "\n");
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "desk", "init", "--config", config, "--passphrase-file", passphrase)).Status);
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "desk", "list", "--config", config)).Status);
        Assert.All(Directory.EnumerateFiles(Path.Combine(data, "keys")), file => Assert.StartsWith("sign-", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.Contains(Directory.EnumerateFiles(memory), file => Path.GetFileName(file).StartsWith("delivery-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weak_passphrase_and_a_missing_desk_are_told()
    {
        using var folder = new AFolder();
        var file = folder.File("passphrase", "short");
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "desk", "init", "--data", folder.Path, "--passphrase-file", file)).Status);
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "desk", "list", "--data", folder.Path)).Status);
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "desk", "remove", "--data", folder.Path, "--word", "heron")).Status);
    }
}
