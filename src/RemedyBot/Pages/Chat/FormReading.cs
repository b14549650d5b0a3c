namespace RemedyBot.Pages.Chat;

/// <summary>A form that was read, or the status with which it is refused.</summary>
public sealed record FormReading(ChatForm? Form, int Status)
{
    public static FormReading Refused(int status) => new(null, status);

    public static FormReading Of(ChatForm form) => new(form, StatusCodes.Status200OK);
}
