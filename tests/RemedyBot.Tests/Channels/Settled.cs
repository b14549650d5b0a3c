namespace RemedyBot.Tests.Channels;

/// <summary>What came after the first so many, once it has come to rest.</summary>
internal static class Settled
{
    /// <param name="server">Whose outbox has to be empty too; null for none.</param>
    public static async Task<IReadOnlyList<T>> After<T>(Func<IReadOnlyList<T>> all, int before, int atLeast, AServer? server = null)
    {
        var (quiet, last) = (0, -1);
        for (var tried = 0; tried < 800 && quiet < 4; tried++)
        {
            await Task.Delay(25);
            var count = all().Count;
            quiet = count == last && count - before >= atLeast && server is not { Waiting: > 0 } ? quiet + 1 : 0;
            last = count;
        }
        Assert.True(all().Count - before >= atLeast, $"only {all().Count - before} messages came");
        return [.. all().Skip(before)];
    }
}
