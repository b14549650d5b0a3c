using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T13: a token that was touched opens nothing, stores nothing and breaks nothing.</summary>
public sealed class When_a_token_is_damaged
{
    [Fact]
    public async Task Two_hundred_of_them_are_refused_and_nothing_is_stored()
    {
        await using var server = await OurServer.Start();
        var mine = await server.Visitor().Open();
        await mine.Choose("no");
        var theirs = await server.Visitor().Open();
        await theirs.Choose("no");
        var unbegun = await server.Visitor().Open();
        var before = server.Rows().Select(row => row.Mark).Order(StringComparer.Ordinal).ToList();
        var damaged = Damage(mine.Token, theirs.Token, unbegun.Token).ToList();
        Assert.True(damaged.Count >= 200, $"Only {damaged.Count} were tried.");

        var form = mine.Fields(("choice", "no"));
        foreach (var token in damaged)
        {
            var visitor = await server.Visitor().Post([.. form.Where(field => field.Key is not ("token" or "form")), new("token", token), new("form", RandomNumberGenerator.GetHexString(16))]);
            Assert.True(visitor.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{visitor.Status} for {token}");
            Assert.True(visitor.Status is HttpStatusCode.BadRequest || visitor.Step == "web/closed", $"{visitor.Step} for {token}");
        }

        Assert.Equal(before, server.Rows().Select(row => row.Mark).Order(StringComparer.Ordinal));
        // The token itself was good all the while.
        Assert.Equal("safety/device", mine.Step);
        Assert.NotEqual("web/closed", (await mine.Choose("no")).Step);
    }

    private static IEnumerable<string> Damage(string mine, string theirs, string unbegun)
    {
        string[] own = mine.Split('.'), other = theirs.Split('.'), fresh = unbegun.Split('.');
        for (var bit = 0; bit < 150; bit++)
            yield return Flip(mine, bit);
        for (var length = 1; length < mine.Length; length += mine.Length / 20)
            yield return mine[..length];
        foreach (var parts in new[] { (own[0], other[1], own[2]), (own[0], own[1], other[2]), (own[0], fresh[1], own[2]), (own[0], own[1], fresh[2]) })
            yield return $"{parts.Item1}.{parts.Item2}.{parts.Item3}";
        foreach (var (from, to) in new[] { ("\"use\":\"go\"", "\"use\":\"new\""), ("\"exp\":1", "\"exp\":2"), ("\"user\":\"dl_", "\"user\":\"dl-"), ("\"conv\":\"", "\"conv\":\"A") })
            yield return $"{own[0]}.{Rewrite(own[1], from, to)}.{own[2]}";
        yield return $"{Encode("{\"alg\":\"none\"}")}.{own[1]}.";
        yield return $"{Encode("{\"alg\":\"none\",\"kid\":\"2026-11-22\"}")}.{own[1]}.{own[2]}";
        yield return $"{Encode("{\"alg\":\"HS512\",\"kid\":\"2026-11-22\"}")}.{own[1]}.{own[2]}";
        foreach (var day in new[] { "2026-11-21", "2026-11-23", "0001-01-01", "9999-12-31", "../keys/sign", "2026-11-2٢" })
            yield return $"{Rewrite(own[0], "2026-11-22", day)}.{own[1]}.{own[2]}";
        foreach (var odd in new[] { ".", "..", "...", "a.b.c", own[0], own[0] + "..", mine + ".", mine + "=", " " + mine, mine + "\0", "'; DROP TABLE conversation; --", "\ud83d\udc24" })
            yield return odd;
        yield return mine + new string('A', 600);
        yield return new string('A', 4_096);
        yield return new string('.', 4_000);
        yield return new string('A', 100_000);
    }

    private static string Flip(string token, int turn)
    {
        var at = turn * (token.Length - 1) / 150;
        var sign = token[at];
        var changed = (char)(sign ^ (1 << (turn % 6)));
        return changed == sign ? token : $"{token[..at]}{changed}{token[(at + 1)..]}";
    }

    private static string Rewrite(string part, string from, string to)
    {
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encode(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
