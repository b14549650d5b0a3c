namespace RemedyBot.Channels.Apps;

/// <summary>What all calls that leave have in common.</summary>
internal static class Outward
{
    /// <summary>Whether a call that broke never left, so that it may go again.</summary>
    public static bool NeverLeft(HttpRequestException broken) =>
        broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    /// <summary>What became of a message whose call broke.</summary>
    public static SendResult Unsent(HttpRequestException broken) => NeverLeft(broken) ? SendResult.TryAgain : SendResult.Uncertain;

    /// <summary>An answer's body, into memory and bounded.</summary>
    /// <exception cref="HttpRequestException">It is longer, or broke off.</exception>
    public static async Task<byte[]> BodyAsync(HttpResponseMessage answer, int most, CancellationToken cancellation)
    {
        await answer.Content.LoadIntoBufferAsync(most, cancellation).ConfigureAwait(false);
        return await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
    }
}
