using System.Globalization;
using RemedyBot.Composition;
using RemedyBot.Turns;

namespace RemedyBot.Commands;

/// <summary>One person at the terminal: carries the token from message to message, begins anew after an end.</summary>
public sealed class ChatTalk(Bot bot, string? language, bool deliver)
{
    private int _messages;
    private string? _token;
    private bool _ended;

    /// <param name="resume">A case code, `-` to be asked for it, or null.</param>
    public async Task<TurnReply> BeginAsync(string? resume, CancellationToken cancellation)
    {
        if (resume is null)
            return await GreetAsync("", cancellation);
        var asked = await TurnAsync(new(null, Id(), null, Spoken) { Resume = true, Language = language }, cancellation);
        return resume == "-" ? asked : await SayAsync(resume, cancellation);
    }

    public Task<TurnReply> SayAsync(string text, CancellationToken cancellation) => _ended
        ? GreetAsync(text, cancellation)
        : TurnAsync(new(_token, Id(), text, Spoken) { Language = language }, cancellation);

    private IReadOnlyList<string> Spoken => language is null ? [] : [language];

    private Task<TurnReply> GreetAsync(string text, CancellationToken cancellation) =>
        TurnAsync(new(null, Id(), null, Spoken) { Language = language, Opening = text }, cancellation);

    private async Task<TurnReply> TurnAsync(TurnRequest request, CancellationToken cancellation)
    {
        var reply = await bot.Runner.HandleAsync(request, cancellation);
        (_token, _ended) = (reply.Token, reply.Ended);
        if (deliver)
            await bot.Dispatcher.RunOnceAsync(cancellation);
        return reply;
    }

    private string Id() => (++_messages).ToString(CultureInfo.InvariantCulture);
}
