namespace RemedyBot.Tests.Channels;

/// <summary>What came after the first so many, once it has come to rest.</summary>
internal static class Settled
{
    private const int Calm = 4;

    /// <summary>What did not reach somebody stays in the outbox.</summary>
    private const int VeryCalm = 40;

    /// <param name="server">Whose outbox has to be empty too, or to stay as it is; null for none.</param>
    /// <param name="veryCalm">How long that is waited for, where others' messages may be under way.</param>
    public static async Task<IReadOnlyList<T>> After<T>(Func<IReadOnlyList<T>> all, int before, int atLeast, AServer? server = null, int veryCalm = VeryCalm)
    {
        var (quiet, last) = (0, -1);
        for (var tried = 0; tried < 800 && quiet < (server is { Waiting: > 0 } ? veryCalm : Calm); tried++)
        {
            await Task.Delay(25);
            var count = all().Count;
            quiet = count == last && count - before >= atLeast ? quiet + 1 : 0;
            last = count;
        }
        Assert.True(all().Count - before >= atLeast, $"only {all().Count - before} messages came");
        return [.. all().Skip(before)];
    }
}
