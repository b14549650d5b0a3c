using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>A small SMTP server on loopback that can misbehave. Like the real ones it keeps every letter, also one that has come before.</summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _running;

    internal FakeSmtp()
    {
        _listener.Start();
        _running = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal ConcurrentQueue<Trouble> Troubles { get; } = new();

    internal ConcurrentQueue<string> Letters { get; } = new();

    /// <summary>Message-IDs as often as they came as new: a letter that says of itself that it may be a repeat counts only where no other is there.</summary>
    internal IReadOnlyList<string> Arrived => [.. Letters.GroupBy(IdOf, StringComparer.Ordinal).SelectMany(same => Enumerable.Repeat(same.Key, Math.Max(1, same.Count(letter => !IsRepeat(letter)))))];

    internal static bool IsRepeat(string letter) =>
        letter.Contains("RemedyBot-Repeat: yes\r\n", StringComparison.Ordinal) && letter.Contains(", sent again\r\n", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private static string IdOf(string letter) => letter[letter.IndexOf("Message-Id: <", StringComparison.OrdinalIgnoreCase)..].Split('<', '>')[1];

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_ending.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client);
            }
            catch (IOException)
            {
                // They hung up.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        var trouble = Troubles.TryDequeue(out var next) ? next : Trouble.None;
        if (trouble == Trouble.Gone)
            return;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync(trouble == Trouble.Malformed ? "HTTP/1.1 200 OK" : "220 helpline.test");
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                if (await LetterAsync(reader, trouble) is not { } answer)
                    return;
                await writer.WriteLineAsync(answer);
                continue;
            }

            await writer.WriteLineAsync((verb, trouble) switch
            {
                ("RCPT", Trouble.Refusing) => "550 no such mailbox",
                ("RCPT", Trouble.Broken) => "451 later",
                // Silent until they have lost patience.
                ("RCPT", Trouble.Slow) => await SilenceAsync(reader),
                ("QUIT", _) => "221 bye",
                _ => "250 ok",
            });
        }
    }

    private async Task<string> SilenceAsync(StreamReader reader)
    {
        await reader.ReadLineAsync(_ending.Token);
        throw new IOException("They hung up.");
    }

    private async Task<string?> LetterAsync(StreamReader reader, Trouble trouble)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_ending.Token) is { } line && line != ".")
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Letters.Enqueue(letter.ToString());
        return trouble == Trouble.LostAnswer ? null : "250 taken";
    }
}
