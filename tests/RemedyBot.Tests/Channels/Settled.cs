namespace RemedyBot.Tests.Channels;

/// <summary>What came after the first so many, once it has come to rest.</summary>
internal static class Settled
{
    public static async Task<IReadOnlyList<T>> After<T>(Func<IReadOnlyList<T>> all, int before, int atLeast)
    {
        var (quiet, last) = (0, -1);
        for (var tried = 0; tried < 800 && quiet < 4; tried++)
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
