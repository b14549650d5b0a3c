using System.Security.Cryptography;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Commands;

public sealed class RecipientsCommandTests : IDisposable
{
    private const string Cards = """
        # Kept as it is.
        format: 1
        recipients:
          - id: hl.xx.drop
            kind: helpline
            name: Drop
            answer_days: 3
            system: file
        """;

    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Signs_a_card_in_place_then_offers_it_and_sends_a_marked_test_case()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = _folder.File("signer.pem", signer.ExportPkcs8PrivateKeyPem());
        var trusted = _folder.File("trusted.pem", signer.ExportSubjectPublicKeyInfoPem());
        var drop = Directory.CreateDirectory(Path.Combine(_folder.Path, "drop")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "content", "dialogs"));
        using var theirs = OpeningKey.Create();
        var cards = _folder.File("content/dialogs/recipients.yaml", $"{Cards}\n    key: '{theirs.Public.ToJwk()}'\n    fingerprint: {theirs.Public.Kid}\n");
        var config = _folder.File("settings.json", new JsonObject
        {
            ["content"] = Path.Combine(_folder.Path, "content"),
            ["recipients"] = new JsonObject { ["trustedKeys"] = trusted, ["hl.xx.drop"] = new JsonObject { ["folder"] = drop } },
        }.ToJsonString());
        var (before, said, _) = await OtherSide.RemedyBotAsync("", "recipients", "list", "--config", config);
        Assert.Equal((1, true), (before, said.Contains("nobody signed it", StringComparison.Ordinal)));

        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "recipients", "sign", cards, "--key", secret)).Status);
        Assert.StartsWith("# Kept as it is.\n", await File.ReadAllTextAsync(cards), StringComparison.Ordinal);
        var (after, offered, complained) = await OtherSide.RemedyBotAsync("", "recipients", "list", "--config", config);
        Assert.True(after == 0, offered + complained);
        Assert.Contains("hl.xx.drop  offered", offered, StringComparison.Ordinal);

        // Its three days are not over before a consent of three days is.
        var brief = _folder.File("brief.json", (await File.ReadAllTextAsync(config)).Replace("{\"content\"", "{\"desk\":{\"days\":3},\"content\"", StringComparison.Ordinal));
        Assert.Contains("its answer_days, 3, are not over", (await OtherSide.RemedyBotAsync("", "recipients", "list", "--config", brief)).Said, StringComparison.Ordinal);

        var (status, steps, trouble) = await OtherSide.RemedyBotAsync("", "recipients", "test", "hl.xx.drop", "--config", config);
        Assert.True(status == 0, steps + trouble);
        var reference = steps.Split("prepared: ")[1][..13];
        Assert.Equal(
            $"card: ok\noffered: ok\nsettings: ok\nprepared: {reference}, jwe\nsent: ok, their reference is {reference}\ntaken back: ok, their reference is {reference}\n", steps.ReplaceLineEndings("\n"));
        // Taken back, the case is not left there for somebody to puzzle over.
        Assert.Equal([$"{reference}.withdrawal.jws"], Directory.GetFiles(drop).Select(Path.GetFileName));
        Directory.Delete(drop, recursive: true);
        (status, steps, _) = await OtherSide.RemedyBotAsync("", "recipients", "test", "hl.xx.drop", "--config", config);
        Assert.Equal((1, true), (status, steps.Contains("sent: not now: not_there", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_key_or_a_name()
    {
        var cards = _folder.File("recipients.yaml", Cards);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "recipients", "sign", cards, "--key", cards)).Status);
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "recipients", "test", "hl.nobody.here")).Status);
    }

    [Fact]
    public async Task Lists_an_empty_outbox_and_refuses_to_act_on_nothing()
    {
        var data = Path.Combine(_folder.Path, "data");
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "outbox", "list", "--data", data);
        Assert.Equal((0, true), (status, said.StartsWith("0 ", StringComparison.Ordinal)));
        Assert.Equal(2, (await OtherSide.RemedyBotAsync("", "outbox", "retry", "--data", data)).Status);
        Assert.Equal(1, (await OtherSide.RemedyBotAsync("", "outbox", "drop", "RB-ABCDEFGHIJ", "--data", data)).Status);
        Assert.Equal(0, (await OtherSide.RemedyBotAsync("", "outbox", "drop", "--dead", "--data", data)).Status);
    }
}
