using System.Net;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T8, T19: a real nginx, once as the README says and once as it comes.</summary>
public sealed class When_a_proxy_stands_in_front
{
    private const string Canary = "plovercanary";
    private const string Name = "help.example.org";

    private static readonly Dictionary<string, string> Settings = new() { ["publicUrl"] = "https://" + Name, ["trustedProxies"] = "127.0.0.1" };

    [Fact]
    public async Task With_our_recipe_nothing_of_a_conversation_is_in_its_folder()
    {
        await using var server = await ServerProcess.Start(settings: Settings);
        await using var nginx = await Nginx.WithOurRecipe(server.Root);
        var visitor = new Visitor(nginx.Client) { Headers = { ["Host"] = Name } };
        await visitor.Open($"?lang=en&q={Canary}");
        await Walk.ToCode(visitor, Canary + " he waits at my door");
        var (code, token, id) = (visitor.Code, visitor.Token, visitor.Id);
        Assert.NotEmpty(code);
        await visitor.Say(string.Concat(Enumerable.Repeat(Canary + " ", 15_000)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        Assert.Empty(Leftovers.Of(nginx.Folder, Canary, code, code.Replace(" ", "", StringComparison.Ordinal), token, id));
        Assert.All(nginx.Written, file => Assert.Equal(0, new FileInfo(file).Length));
    }

    [Fact]
    public async Task Its_visitors_are_not_taken_for_somebody_at_the_machine()
    {
        await using var server = await ServerProcess.Start(settings: Settings);
        await using var nginx = await Nginx.WithOurRecipe(server.Root);
        nginx.Client.DefaultRequestHeaders.Host = Name;
        using var setup = await nginx.Client.GetAsync("desk/setup");
        Assert.DoesNotContain("name=\"passphrase\"", await setup.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var metrics = await nginx.Client.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
    }

    [Fact]
    public async Task Where_all_visits_look_local_the_one_time_word_still_guards_the_desk()
    {
        await using var server = await ServerProcess.Start();
        await using var nginx = await Nginx.AsItComes(server.Root);
        using var answer = await nginx.Client.PostAsync("desk/setup", new FormUrlEncodedContent(
            [new("setup", "guessed word"), new("by", "heron"), new("word", "heron"), new("passphrase", "five plain words are enough"), new("code", "123456")]));
        Assert.False(File.Exists(Path.Combine(server.Data, "desk.json")));
        using var metrics = await nginx.Client.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
        var visitor = await new Visitor(nginx.Client).Open();
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }
}
