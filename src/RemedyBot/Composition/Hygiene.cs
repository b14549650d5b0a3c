using System.Runtime.InteropServices;

namespace RemedyBot.Composition;

/// <summary>Keeps what stands in memory out of core files and other processes' reach, as far as the system lets us.</summary>
public static class Hygiene
{
    private const int CoreSize = 4;
    private const int SetDumpable = 4;
    private const string Swaps = "/proc/swaps";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Does what can be done, and tells what remains for the operator.</summary>
    public static IReadOnlyList<string> Apply()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var warnings = new List<string>();
        var none = new Limit();
        if (SetLimit(CoreSize, in none) != 0 || Control(SetDumpable, 0, 0, 0, 0) != 0)
            warnings.Add("This process may leave core files, which hold what people wrote. Set its core limit to 0.");
        if (HasSwap(ReadSwaps()))
            warnings.Add("Swap is on: what people write may be written to it. Turn it off, or encrypt it.");
        return warnings;
    }

    /// <summary>Gives back the memory that only loading the content took, once the first visitors are served.</summary>
    public static async Task SettleAsync(CancellationToken cancellation)
    {
        await Task.Delay(Settling, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellation.IsCancellationRequested)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <param name="swaps">The text of /proc/swaps: a heading, and a line for each swap in use.</param>
    public static bool HasSwap(string swaps) => swaps.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length > 1;

    private static string ReadSwaps()
    {
        try
        {
            return File.ReadAllText(Swaps);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        private readonly nuint _soft;
        private readonly nuint _hard;
    }

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint a, nuint b, nuint c, nuint d);
}
