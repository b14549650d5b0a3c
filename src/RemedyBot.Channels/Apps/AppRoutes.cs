using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RemedyBot.Channels.Apps;

/// <summary>Opens the doors of the messaging apps, and keeps what they run going.</summary>
public static class AppRoutes
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public static void MapApps(this WebApplication app, IReadOnlyList<(AppSettings Settings, IAppAdapter Adapter)> apps, AppParts parts, PushQueue queue, AppStatus status)
    {
        var running = new ConcurrentBag<Task>();
        var life = app.Services.GetRequiredService<IHostApplicationLifetime>();
        foreach (var (settings, adapter) in apps)
        {
            var door = new AppDoor(settings, parts, queue, status);
            status.Add(adapter.Name);
            adapter.Map(app, door);
            life.ApplicationStarted.Register(() => running.Add(Task.Run(() => KeepAsync(adapter, door, life.ApplicationStopping))));
        }
        // A turn that is under way must not find its store closed.
        life.ApplicationStopped.Register(() => Task.WaitAll([.. running], Grace));
    }

    /// <summary>What an adapter runs is begun again after each failure, later each time.</summary>
    private static async Task KeepAsync(IAppAdapter adapter, AppDoor door, CancellationToken stopping)
    {
        var pause = Pause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await adapter.RunAsync(door, stopping).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The type only: an exception's text may hold an address with a secret in it.
                door.Status.CannotHear(adapter.Name, $"stopped with a {e.GetType().Name}, and is begun again");
                await Task.Delay(pause, door.Parts.Time, CancellationToken.None).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
