using System.Globalization;
using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Live;

public sealed class TalkOfferTests
{
    private const string Good = """
        format: 1
        desk:
          talk:
            open: [mon-fri 09:00-17:00, sat 22:00-02:00]
            zone: Europe/Madrid
            hours: {en: "Monday to Friday, 9 to 17"}
            answer_minutes: 5
        recipients: []
        """;

    [Theory]
    [InlineData("2026-11-23T07:59:59Z", false)] // 08:59 on a Monday in Madrid
    [InlineData("2026-11-23T08:00:00Z", true)]
    [InlineData("2026-11-23T15:59:59Z", true)]
    [InlineData("2026-11-23T16:00:00Z", false)]
    [InlineData("2026-07-20T07:00:00Z", true)] // summer time
    [InlineData("2026-11-21T12:00:00Z", false)] // Saturday noon
    [InlineData("2026-11-21T21:30:00Z", true)]
    [InlineData("2026-11-22T00:30:00Z", true)] // after midnight, still Saturday's
    [InlineData("2026-11-22T01:00:00Z", false)]
    public void It_is_open_in_its_hours_and_in_no_others(string now, bool open) =>
        Assert.Equal(open, Read(Good)!.IsOpen(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void Nobody_waits_longer_than_three_times_the_usual_where_nothing_else_is_said() => Assert.Equal(15, Read(Good)!.WaitMinutes);

    [Fact]
    public void Nothing_is_offered_where_nothing_stands() => Assert.Null(Read("format: 1\nrecipients: []"));

    [Theory]
    [InlineData("zone: Europe/Madrid", "zone: Europe/Nowhere", "zone")]
    [InlineData("mon-fri 09:00-17:00", "mon-fri 9-17", "open")]
    [InlineData("mon-fri 09:00-17:00", "moon 09:00-17:00", "open")]
    [InlineData("mon-fri 09:00-17:00", "mon 09:00-09:00", "open")]
    [InlineData("answer_minutes: 5", "answer_minutes: 500", "answer_minutes")]
    [InlineData("answer_minutes: 5", "answer_days: 5", "answer_days")]
    [InlineData("hours: {en: \"Monday to Friday, 9 to 17\"}", "wait_minutes: 10", "hours")]
    public void Hours_that_cannot_be_read_are_told_of_and_never_guessed(string good, string bad, string named)
    {
        var told = Assert.Throws<ContentException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(named, told.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_checks_by_the_schema_is_what_the_program_reads()
    {
        string[] bad = [Good.Replace("mon-fri", "moon", StringComparison.Ordinal), Good.Replace("zone:", "zoen:", StringComparison.Ordinal), Good.Replace("answer_minutes: 5", "answer_minutes: 500", StringComparison.Ordinal)];
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "dialogs", "recipients.yaml"));
        var verdicts = await JsonSchemaOracle.Judge("dialogs/recipients.schema.json", new[] { Good, shipped }.Concat(bad).Select(YamlAsJson.Line));
        Assert.Equal(["valid", "valid"], verdicts.Take(2));
        Assert.All(verdicts.Skip(2), verdict => Assert.NotEqual("valid", verdict));
        Assert.All(bad, text => Assert.Throws<ContentException>(() => Read(text)));
    }

    private static TalkOffer? Read(string text) => CardsReader.Talk("dialogs/recipients.yaml", text);
}
