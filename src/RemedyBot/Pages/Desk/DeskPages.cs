namespace RemedyBot.Pages.Desk;

/// <summary>The desk at <c>/desk</c>: server-rendered, without script but for the pages of talks, which work without it too.</summary>
public static class DeskPages
{
    internal const string Home = "/desk";
    internal const string SignInPath = "/desk/signin";
    internal const string SetupPath = "/desk/setup";
    internal const string WorkersPath = "/desk/workers";
    internal const string RemovalPath = "/desk/workers/remove";
    internal const string CasesPath = "/desk/cases/";
    internal const string TalksPath = "/desk/talks";

    public static void MapDesk(this WebApplication app, DeskParts parts)
    {
        var door = new DeskDoor(parts, app.Logger);

        app.MapMethods(Home, Read, door.Signed(ListEndpoint.Show));
        app.MapMethods(SignInPath, Read, door.Open(SignInEndpoint.Show));
        app.MapPost(SignInPath, door.Open(SignInEndpoint.Enter));
        app.MapPost("/desk/signout", door.Open(SignInEndpoint.Leave));
        app.MapMethods(SetupPath, Read, door.Open(SetupEndpoint.Show));
        app.MapPost(SetupPath, door.Open(SetupEndpoint.Create));
        app.MapMethods(CasesPath + "{reference}", Read, door.Signed(CaseEndpoint.Show));
        app.MapPost(CasesPath + "{reference}", door.Signed(CaseEndpoint.Act));
        app.MapPost(CasesPath + "{reference}/file", door.Signed(CaseEndpoint.Save));
        app.MapMethods(TalksPath, Read, door.Live(TalksEndpoint.Show));
        app.MapPost(TalksPath, door.Live(TalksEndpoint.Attend));
        app.MapMethods(TalksPath + "/{reference}", Read, door.Live(TalkEndpoint.Show));
        app.MapPost(TalksPath + "/{reference}", door.Live(TalkEndpoint.Act));
        app.MapMethods(WorkersPath, Read, door.Signed(WorkersEndpoint.Show));
        app.MapPost(WorkersPath, door.Signed(WorkersEndpoint.Add));
        // Whoever picks a language or looks anew where the question stood, or its answer, finds the list.
        app.MapMethods(RemovalPath, Read, door.Signed(WorkersEndpoint.Show));
        app.MapPost(RemovalPath, door.Signed(WorkersEndpoint.Remove));
        app.MapFallback("/desk/{*rest}", door.Open(visit => visit.Refuse(StatusCodes.Status404NotFound)));
    }

    private static string[] Read => [HttpMethods.Get, HttpMethods.Head];
}
