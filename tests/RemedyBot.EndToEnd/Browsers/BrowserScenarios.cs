namespace RemedyBot.EndToEnd.Browsers;

/// <summary>Scenarios that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserScenarios : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
