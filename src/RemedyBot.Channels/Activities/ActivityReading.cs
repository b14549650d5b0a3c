namespace RemedyBot.Channels.Activities;

/// <summary>An Activity that was read, or why not.</summary>
/// <param name="Status">HTTP status; 200 where there is an Activity.</param>
/// <param name="Code">Stable code of the refusal.</param>
/// <param name="Problem">What is wrong with it, for the developer; never words of the person.</param>
public sealed record ActivityReading(Activity? Activity, int Status, string Code, string Problem)
{
    public static ActivityReading Of(Activity activity) => new(activity, 200, "", "");

    public static ActivityReading Refused(int status, string code, string problem) => new(null, status, code, problem);
}
