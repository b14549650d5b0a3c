using System.Collections;
using RemedyBot.Composition;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Composition;

/// <summary>`check` says of a setting in which line, or in which variable, it stands.</summary>
public sealed class SettingPlacesTests : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("limits:items takes a whole number from 1 to 400.", 3)]
    [InlineData("The setting desk:dayz is not known and changes nothing.", 6)]
    [InlineData("directLine:sites:ngo:secret is missing.", 8)]
    [InlineData("urls takes addresses.", 9)]
    [InlineData("publicUrl takes an https address; http is only for this machine.", 1)]
    public void In_the_file(string problem, int line)
    {
        var file = _folder.File("bot.json", "{\n  \"limits\": {\n    \"items\": 0 // none\n  },\n  \"desk\": {\n    \"dayz\": 3 },\n  \"directLine\": { \"sites\": {\n    \"ngo\": { \"origins\": [\"x\"] } } },\n  \"urls\": \"no\",\n}\n");
        Assert.Equal((file, line), new SettingPlaces(file, new Hashtable()).Of(problem));
    }

    [Fact]
    public void In_the_environment_which_comes_before_the_file()
    {
        var file = _folder.File("bot.json", "{ \"limits\": { \"items\": 3 } }");
        var places = new SettingPlaces(file, new Hashtable { ["REMEDYBOT__Limits__Items"] = "0", ["PATH"] = "" });
        Assert.Equal(("REMEDYBOT__Limits__Items", 1), places.Of("limits:items takes a whole number from 1 to 400."));
    }

    [Fact]
    public void Where_the_file_stops_being_json()
    {
        var file = _folder.File("bot.json", "{\n  \"limits\": {\n    \"items\" 0\n");
        Assert.Equal((file, 3), new SettingPlaces(file, new Hashtable()).Of("The settings file holds no JSON that can be read."));
    }

    [Fact]
    public async Task Check_prints_it()
    {
        var file = _folder.File("bot.json", "{\n  \"limits\": {\n    \"items\": 0\n  }\n}\n");
        var (status, said, _) = await OtherSide.RemedyBotAsync("", "check", "--config", file);
        Assert.Equal(1, status);
        Assert.Contains($"{file}:3: error O01: limits:items takes a whole number", said, StringComparison.Ordinal);
    }
}
