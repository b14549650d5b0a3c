using System.Collections.Concurrent;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>A channel that takes what it is given, unless the test says otherwise.</summary>
internal sealed class ASender : IAppSender
{
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>What becomes of the next messages; sent where it is empty.</summary>
    public ConcurrentQueue<Sending> Answers { get; } = new();

    /// <summary>What becomes of the next messages that are to be taken back; they are where it is empty.</summary>
    public ConcurrentQueue<Sending> Backs { get; } = new();

    /// <summary>How often something was tried.</summary>
    public int Tries { get; private set; }

    public bool Throws { get; set; }

    public TaskCompletionSource? Hold { get; set; }

    public bool FailsLate => true;

    public async Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation)
    {
        Tries++;
        if (Hold is { } hold)
            await hold.Task;
        if (Throws)
            throw new FormatException("what nobody expects");
        if (Answers.TryDequeue(out var answer) && answer.Result is not SendResult.Sent)
            return answer;
        Sent.Enqueue(message.Text!);
        return new(SendResult.Sent, Id: "id-" + message.Text);
    }

    public Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation)
    {
        Sent.Enqueue("back:" + string.Join(' ', ids));
        return Task.FromResult(Backs.TryDequeue(out var answer) ? answer : new Sending(SendResult.Sent));
    }
}
