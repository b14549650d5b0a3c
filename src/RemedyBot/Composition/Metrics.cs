using System.Globalization;
using System.Text;
using RemedyBot.Turns;

namespace RemedyBot.Composition;

/// <summary>
/// How many turns ended how, and how long they took; nothing of whose, about what, in which language. What is published stands still for an hour,
/// so that nobody can tell from it that somebody writes right now.
/// </summary>
public sealed class Metrics : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly TurnStatus[] Statuses = Enum.GetValues<TurnStatus>();

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long[] _ended = new long[Statuses.Length];
    private readonly long[] _took = new long[Bounds.Length + 1];
    private long _failed;
    private long _ticks;
    private volatile string _published = "";

    public Metrics(TimeProvider time)
    {
        _time = time;
        Publish();
        _timer = time.CreateTimer(_ => Publish(), null, Hour, Hour);
    }

    /// <summary>Prometheus text format 0.0.4, as of the last full hour of this process's life.</summary>
    public string Published => _published;

    /// <summary>The same door into a conversation, counted.</summary>
    public TurnHandler Counted(TurnHandler turn) => async (request, cancellation) =>
    {
        var began = _time.GetTimestamp();
        try
        {
            var reply = await turn(request, cancellation);
            Count(reply.Status, _time.GetElapsedTime(began));
            return reply;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Interlocked.Increment(ref _failed);
            throw;
        }
    };

    public void Dispose() => _timer.Dispose();

    private void Count(TurnStatus status, TimeSpan took)
    {
        Interlocked.Increment(ref _ended[(int)status]);
        var bucket = Array.FindIndex(Bounds, bound => took.TotalSeconds <= bound);
        Interlocked.Increment(ref _took[bucket < 0 ? Bounds.Length : bucket]);
        Interlocked.Add(ref _ticks, took.Ticks);
    }

    private void Publish()
    {
        var text = new StringBuilder();
        text.Append("# HELP remedybot_turns_total Turns answered, by how they ended.\n# TYPE remedybot_turns_total counter\n");
        foreach (var status in Statuses)
            Line(text, $"remedybot_turns_total{{status=\"{status.ToString().ToLowerInvariant()}\"}}", Interlocked.Read(ref _ended[(int)status]));
        Line(text, "remedybot_turns_total{status=\"failed\"}", Interlocked.Read(ref _failed));
        text.Append("# HELP remedybot_turn_duration_seconds From the message to its durable answer.\n# TYPE remedybot_turn_duration_seconds histogram\n");
        long sum = 0;
        for (var i = 0; i < Bounds.Length; i++)
            Line(text, $"remedybot_turn_duration_seconds_bucket{{le=\"{Number(Bounds[i])}\"}}", sum += Interlocked.Read(ref _took[i]));
        sum += Interlocked.Read(ref _took[Bounds.Length]);
        Line(text, "remedybot_turn_duration_seconds_bucket{le=\"+Inf\"}", sum);
        Line(text, "remedybot_turn_duration_seconds_sum", TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds);
        Line(text, "remedybot_turn_duration_seconds_count", sum);
        _published = text.ToString();
    }

    private static void Line(StringBuilder text, string name, double value) => text.Append(name).Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
