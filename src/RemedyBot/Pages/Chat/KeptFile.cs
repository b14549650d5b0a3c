using System.Text;
using Microsoft.Net.Http.Headers;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The person's own summary as a file with a name that tells nothing.</summary>
public static class KeptFile
{
    private const string Name = "notes.txt";

    public static Task Send(HttpResponse response, string text, CancellationToken cancellation)
    {
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Name }.ToString();

        // Old editors read a text file as UTF-8 only where it begins with this mark.
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        return PageAnswer.Send(response, StatusCodes.Status200OK, "text/plain; charset=utf-8", body, cancellation);
    }
}
