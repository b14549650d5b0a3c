using RemedyBot.Storage.Codes;

namespace RemedyBot.Tests.Storage;

/// <summary>Opens codes while the test's clock runs on, since a failure waits for it.</summary>
internal static class Opening
{
    public static async Task<CodeStatus> StatusOf(AVault a, string typed) => (await Run(a, a.Vault.Codes.OpenAsync(typed, "x", default))).Status;

    public static async Task<T> Run<T>(AVault a, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(5));
            a.Time.Advance(TimeSpan.FromMilliseconds(20));
        }

        return await task;
    }
}
