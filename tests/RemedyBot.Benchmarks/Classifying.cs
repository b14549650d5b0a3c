using System.Diagnostics;
using System.Globalization;

namespace RemedyBot.Benchmarks;

/// <summary>Messages a second through `remedybot classify`, start included, and the memory it takes.</summary>
internal static class Classifying
{
    private const int Count = 20_000;

    private static readonly string[] Messages =
    [
        "ex posted my pics and now my boss saw", "hacked", "me robaron la cuenta de insta y piden dinero", "quelqu'un a créé un faux profil avec mes photos",
        "ele falou que vai me matar se eu sair de casa", "حسابي اتهكر ومش عارفة ادخل", "mera account hack ho gaya", "wameiba akaunti yangu ya facebook", "akun ig aku dibajak", "взломали страницу и просят деньги у друзей", "hesabım çalındı",
    ];

    public static async Task<(double PerSecond, double Megabytes)> RunAsync(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, "classify") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var watch = Stopwatch.StartNew();
        var reading = Task.Run(async () =>
        {
            var lines = 0;
            double most = 0;
            while (await process.StandardOutput.ReadLineAsync() is not null)
            {
                if (++lines % 5_000 == 0)
                {
                    process.Refresh();
                    most = Math.Max(most, process.WorkingSet64 / 1e6);
                }
            }

            return (lines, most);
        });
        for (var message = 0; message < Count; message++)
            await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{message},\"text\":\"{Messages[message % Messages.Length]}\"}}"));
        process.StandardInput.Close();
        var (answered, megabytes) = await reading;
        return (answered / watch.Elapsed.TotalSeconds, megabytes);
    }
}
