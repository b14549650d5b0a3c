using RemedyBot.EndToEnd.Journeys;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>Scenarios that share one browser, and one server with a desk.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserScenarios : ICollectionFixture<Chromium>, ICollectionFixture<DeskServer>
{
    public const string Name = "browser";
}

/// <summary>Scenarios of single pages and of other clients, beside the journeys, with a browser and a server of their own.</summary>
[CollectionDefinition(Name)]
public sealed class PageScenarios : ICollectionFixture<Chromium>, ICollectionFixture<DeskServer>
{
    public const string Name = "page";
}

/// <summary>The longest journeys, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class WholeWays : ICollectionFixture<Chromium>, ICollectionFixture<DeskServer>
{
    public const string Name = "whole ways";
}
