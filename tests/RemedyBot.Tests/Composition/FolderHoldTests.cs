using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Composition;

/// <summary>One data folder is one process.</summary>
public sealed class FolderHoldTests : IDisposable
{
    private readonly AFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Checklist", "22")]
    public async Task A_second_process_gets_no_hold_of_a_folder_that_is_served()
    {
        using var first = await FolderHold.TakeAsync(_folder.Path, _clock, default);
        Assert.NotNull(first);
        var second = FolderHold.TakeAsync(_folder.Path, _clock, default);
        for (var waited = 0; waited < 70 && !second.IsCompleted; waited++)
        {
            await Task.Delay(2);
            _clock.Advance(TimeSpan.FromMilliseconds(200));
        }
        Assert.Null(await second.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task It_waits_for_one_that_is_ending_and_the_folder_is_nobody_elses_to_look_into()
    {
        var folder = Path.Combine(_folder.Path, "data");
        var first = await FolderHold.TakeAsync(folder, _clock, default);
        var second = FolderHold.TakeAsync(folder, _clock, default);
        Assert.False(second.IsCompleted);
        first!.Dispose();
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        using var taken = await second.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.NotNull(taken);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }
}
