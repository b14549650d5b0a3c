namespace RemedyBot.EndToEnd.Durability;

/// <summary>One data folder, served by one process after another. Whoever asks while none is there waits for the next.</summary>
internal sealed class Mortal(string data, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private TaskCompletionSource<ServerProcess> _living = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What all of them wrote to their outputs.</summary>
    public List<string> Outputs { get; } = [];

    public async Task Start() => _living.SetResult(await ServerProcess.Start(data, settings, environment));

    public async Task Kill()
    {
        var dying = await _living.Task;
        _living = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await dying.Kill();
        await End(dying);
    }

    public async Task<int> Stop()
    {
        var dying = await _living.Task;
        _living = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var status = await dying.Stop();
        await End(dying);
        return status;
    }

    /// <summary>Asks until somebody answers.</summary>
    /// <param name="anew">Called first whenever another process has taken over.</param>
    public async Task<string> Ask(Func<HttpClient, Task<string>> ask, Func<Task> anew)
    {
        while (true)
        {
            var server = await _living.Task.WaitAsync(Patience);
            try
            {
                return await ask(server.Client);
            }
            catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException or ObjectDisposedException or TaskCanceledException)
            {
                while (_living.Task is { IsCompletedSuccessfully: true } still && ReferenceEquals(still.Result, server))
                    await Task.Delay(5);
                await anew();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_living.Task.IsCompletedSuccessfully)
            await Kill();
    }

    private async Task End(ServerProcess server)
    {
        Outputs.Add(server.Output);
        await server.DisposeAsync();
    }
}
