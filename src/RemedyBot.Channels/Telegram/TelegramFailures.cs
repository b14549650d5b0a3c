using System.Net;
using System.Text.Json;
using RemedyBot.Channels.Apps;
using Telegram.Bot.Exceptions;

namespace RemedyBot.Channels.Telegram;

/// <summary>What Telegram's refusals mean. The text of an exception goes nowhere: the address in it holds the token.</summary>
internal static class TelegramFailures
{
    private const int TooMany = 429;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public static async Task<Sending> CatchAsync(Func<Task<Sending>> call, CancellationToken cancellation)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Meaning(e);
        }
    }

    /// <summary>False where Telegram says that this message cannot be had; "unchanged" is done.</summary>
    public static async Task<bool> IsTakenAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is (int)HttpStatusCode.BadRequest)
        {
            return refused.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>For what is only polite, or is tried again. False where it failed.</summary>
    public static async Task<bool> QuietAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or JsonException)
        {
            // The turn is done; a button that shows its clock a little longer harms nobody.
            return false;
        }
    }

    public static Sending Meaning(Exception failure) => failure switch
    {
        ApiRequestException { ErrorCode: TooMany } busy => new(SendResult.TryAgain, Wait(busy.Parameters?.RetryAfter)),
        ApiRequestException { ErrorCode: >= 500 } => new(SendResult.Uncertain),
        // A token that was changed may be changed back: it waits as long as others do.
        ApiRequestException { ErrorCode: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.NotFound } => new(SendResult.TryAgain),
        // Blocked by the person, no such chat: nobody is there to read it.
        ApiRequestException => new(SendResult.Refused),
        { InnerException: HttpRequestException broken } => new(Outward.Unsent(broken)),
        HttpRequestException broken => new(Outward.Unsent(broken)),
        _ => new(SendResult.Uncertain),
    };

    /// <summary>One sentence for the operator, without a word of the exception.</summary>
    public static string Sentence(Exception failure) => failure switch
    {
        ApiRequestException { ErrorCode: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.NotFound } => "Telegram does not know the token. Look at channels:telegram:token",
        ApiRequestException { ErrorCode: (int)HttpStatusCode.Conflict } => "another program asks for this bot's messages. One token can be used by one server only",
        ApiRequestException { ErrorCode: TooMany } => "Telegram asks to wait",
        ApiRequestException { ErrorCode: var code } => $"Telegram refused it with {code}",
        _ => "Telegram cannot be reached from here",
    };

    private static TimeSpan? Wait(int? seconds) => seconds is > 0 and var some ? TimeSpan.FromSeconds(Math.Min(some, LongestWait.TotalSeconds)) : null;
}
