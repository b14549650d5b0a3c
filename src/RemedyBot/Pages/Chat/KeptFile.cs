using System.Text;
using Microsoft.Net.Http.Headers;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The person's own summary, or a slip, as a file with a name that tells nothing.</summary>
public static class KeptFile
{
    private const string Name = "notes.txt";

    public static Task Send(HttpResponse response, ChatForm form, CancellationToken cancellation)
    {
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Name }.ToString();

        // Old editors read a text file as UTF-8 only where it begins with this mark. A slip goes as it is: other programs are to check it.
        byte[] body = form.Save is "file" ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(form.Copy)] : Encoding.UTF8.GetBytes(form.Save);
        return PageAnswer.Send(response, StatusCodes.Status200OK, "text/plain; charset=utf-8", body, cancellation);
    }
}
