using System.Text.Json.Nodes;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Channels;

/// <summary>The same tokens before Microsoft's own check (`botframework-connector`) and ours: the same verdicts, but where ours is stricter on purpose.</summary>
public sealed class ConnectorOracleTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    /// <summary>What the SDK lets in and we do not: an Activity that does not say where it belongs, keys without endorsements, and a second issuer.</summary>
    private static readonly string[] Stricter = ["no serviceUrl in the Activity", "a key that vouches for nobody", "no channelId in the Activity", "no end", "a token of 20 KB", "the token of an emulator"];

    [Fact]
    public async Task The_verdicts_are_the_same_but_where_ours_is_stricter_on_purpose()
    {
        var channel = new AChannel(both.Server, both.Connector);
        var cases = Cases(channel).ToList();
        Assert.True(cases.Count >= 38, $"only {cases.Count}");
        var lines = string.Concat(cases.Select(c => new JsonObject { ["header"] = c.Token is null ? "" : c.Scheme + c.Token, ["activity"] = c.Activity.DeepClone() }.ToJsonString() + "\n"));
        var theirs = (await Programs.NodeAsync("botbuilder", ["jwt.mjs", FakeConnector.AppId, FakeConnector.Issuer, both.Connector.Root + "metadata"], lines)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Count, theirs.Length);
        var different = new List<string>();
        for (var at = 0; at < cases.Count; at++)
        {
            var (what, activity, token, scheme) = cases[at];
            var rows = both.Server.Rows;
            var ours = (await channel.Post(activity.ToJsonString(), token, scheme)).Code;
            Assert.True(ours is 200 or 400 or 401 or 403, $"{what}: {ours}");
            if (ours == 200 != (theirs[at] == "in"))
                different.Add(what + ": " + theirs[at]);
            if (ours != 200)
                Assert.Equal(rows, both.Server.Rows);
        }
        Assert.All(different, d => Assert.EndsWith(": in", d, StringComparison.Ordinal));
        Assert.Empty(different.Select(d => d[..^4]).Except(Stricter));
        Assert.Contains("in", theirs);
    }

    private IEnumerable<(string What, JsonObject Activity, string? Token, string Scheme)> Cases(AChannel channel)
    {
        var now = both.Server.Clock.GetUtcNow();
        // A conversationUpdate without members is let in or not, and changes nothing.
        JsonObject Plain() => channel.Activity(null, type: "conversationUpdate");
        JsonObject Without(string name)
        {
            var activity = Plain();
            activity.Remove(name);
            return activity;
        }
        (string, JsonObject, string?, string) Case(string what, string? token, JsonObject? activity = null, string scheme = "Bearer ") => (what, activity ?? Plain(), token, scheme);
        long In(int minutes) => (now + TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds();
        var good = both.Connector.Token(now);
        yield return Case("a good one", good);
        yield return Case("four minutes after its end", both.Connector.Token(now, t => t["exp"] = In(-4)));
        yield return Case("six minutes after its end", both.Connector.Token(now, t => t["exp"] = In(-6)));
        yield return Case("four minutes before its beginning", both.Connector.Token(now, t => t["nbf"] = In(4)));
        yield return Case("six minutes before its beginning", both.Connector.Token(now, t => t["nbf"] = In(6)));
        yield return Case("an unknown claim", both.Connector.Token(now, t => t["colour"] = "blue"));
        yield return Case("two spaces", good, scheme: "Bearer  ");
        yield return Case("another scheme", good, scheme: "Basic ");
        yield return Case("no scheme", good, scheme: "");
        yield return Case("another serviceUrl", both.Connector.Token(now, t => t["serviceurl"] = both.Connector.ServiceUrl + "x/"));
        yield return Case("a claim without the last slash", both.Connector.Token(now, t => t["serviceurl"] = both.Connector.ServiceUrl.TrimEnd('/')));
        yield return Case("a claim spelled otherwise", both.Connector.Token(now, t => { t["serviceUrl"] = both.Connector.ServiceUrl; t.Remove("serviceurl"); }));
        yield return Case("no claim of a serviceUrl", both.Connector.Token(now, t => t.Remove("serviceurl")));
        var third = Plain();
        third["channelId"] = "thirdchannel";
        yield return Case("a channel that the key does not vouch for", good, third);
        yield return Case("a key that vouches for nobody", both.Connector.Token(now, key: both.Connector.BareKey, kid: "bare"));
        yield return Case("no serviceUrl in the Activity", good, Without("serviceUrl"));
        yield return Case("no channelId in the Activity", good, Without("channelId"));
        foreach (var (what, token) in ConnectorTokenTests.Bad(both.Connector, now))
            yield return Case(what, token());
    }
}
