using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Turns;
using Spectre.Console;

namespace RemedyBot.Commands;

/// <summary>The conversation for people at a terminal: numbered answers, wishes by their words.</summary>
public sealed class ChatTerminal(ChatTalk talk)
{
    public async Task RunAsync(string? resume, CancellationToken cancellation)
    {
        using var lines = new ChatLines(Console.OpenStandardInput());
        Show(await talk.BeginAsync(resume, cancellation));
        while (lines.Read() is { } line)
            Show(await talk.SayAsync(line, cancellation));
    }

    /// <summary>For authors: which steps spoke, and what the answers have come to.</summary>
    private static string Behind(TurnReply reply, JsonObject trace) => string.Join(" | ",
        new[]
        {
            string.Join(' ', reply.Messages.Select(m => m.Step)),
            $"{trace["urgency"]} {string.Join(' ', trace["reasons"]!.AsArray())}",
            string.Join(' ', trace["signals"]!.AsArray()),
            string.Join(' ', trace["routes"]!.AsArray().Select(r => r!["id"])),
            string.Join(' ', trace["handoffs"]!.AsArray().Select(h => h!["recipient"]!["id"])),
        }.Zip(["steps", "urgency", "signals", "routes", "handoffs"], (what, name) => (Name: name, What: what.Trim())).Where(p => p.What.Length > 0).Select(p => $"{p.Name}: {p.What}"));

    private static void Show(TurnReply reply)
    {
        foreach (var message in reply.Messages)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine(message.Text);
            for (var i = 0; i < message.Choices.Count; i++)
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [bold]{i + 1}[/] {message.Choices[i].Title}{(message.Choices[i].Picked ? " ✓" : "")}");
            if (message.Wishes.Count > 0)
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]{string.Join(" · ", message.Wishes.Select(w => w.Title))}[/]");
        }
        if (reply.Trace is { } trace)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]{Behind(reply, trace)}[/]");
        if (reply.Messages is [.., { Kind: not ("say" or "end") }])
            AnsiConsole.Write("> ");
        else
            AnsiConsole.WriteLine();
    }
}
