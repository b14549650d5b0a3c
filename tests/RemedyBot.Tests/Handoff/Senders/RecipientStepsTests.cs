using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RemedyBot.Composition;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>What `recipients test` says of a system that people answer in.</summary>
public sealed class RecipientStepsTests
{
    private const string Card = """
        format: 1
        recipients:
          - id: hl.test.clear
            kind: helpline
            name: Example Helpline
            answer_days: 3
            groups: [g1, g3]
            system: request-tracker
        """;

    [Theory, InlineData(false, "ok"), InlineData(true, "not_authorised")]
    public async Task An_access_that_may_write_and_not_read_is_found(bool onlyTakes, string read)
    {
        var fake = new FakeRequestTracker { OnlyTakes = onlyTakes };
        await using var host = await StartAsync(fake);
        var reach = new Reach(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["recipients:hl.test.clear:url"] = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(),
            ["recipients:hl.test.clear:token"] = FakeRequestTracker.Token,
            ["recipients:hl.test.clear:queue"] = "RemedyBot",
        }).Build());
        var said = new List<string>();
        var test = new RecipientTest(AChat.Content, reach, TimeProvider.System, said.Add);
        Assert.Equal(!onlyTakes, await test.RunAsync(new CardStanding(Assert.Single(CardsReader.Read("recipients.yaml", Card)), Why: null), default));
        Assert.Contains("answers can be read: " + read, said);
        Assert.Contains(said, line => line.StartsWith("sent: ok", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> StartAsync(FakeRequestTracker fake)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), "https://rt.example" + context.Request.Path + context.Request.QueryString) { Content = new ByteArrayContent(body.ToArray()) };
            request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
            using var client = fake.Client();
            using var answer = await client.SendAsync(request);
            context.Response.StatusCode = (int)answer.StatusCode;
            await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
        });
        await app.StartAsync();
        return app;
    }
}
