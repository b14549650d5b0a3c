using System.Globalization;
using RemedyBot.Remedy.Content;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Recipients;

/// <summary>Reads what `dialogs/recipients.yaml` says of a talk at the desk (`desk: {talk: …}`).</summary>
internal static class TalkReader
{
    private const int LongestWait = 120;
    private static readonly string[] Known = ["open", "zone", "hours", "answer_minutes", "wait_minutes"];

    /// <exception cref="ContentException">It cannot be used: hours that nobody understood must not be offered.</exception>
    internal static TalkOffer Read(string path, YamlNode desk)
    {
        if (desk is not YamlMappingNode { Children: [var only] } || only is not { Key: YamlScalarNode { Value: "talk" }, Value: YamlMappingNode talk })
            throw new ContentException(path, (int)desk.Start.Line, "desk holds `talk` and nothing else");
        var fields = new Fields(path, talk);
        if (talk.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => !Known.Contains(k.Value, StringComparer.Ordinal)) is { } foreign)
            throw fields.Wrong($"'{foreign.Value}' does not belong here; there are {string.Join(", ", Known)}");
        var answer = fields.Minutes("answer_minutes", null);
        return new(fields.Open(), fields.Zone(), answer, Math.Max(answer, fields.Minutes("wait_minutes", Math.Min(answer * 3, LongestWait)))) { Hours = fields.Words("hours") };
    }

    private sealed class Fields(string path, YamlMappingNode map)
    {
        internal ContentException Wrong(string problem) => new(path, (int)map.Start.Line, "desk: talk: " + problem);

        internal List<OpenHours> Open()
        {
            var written = Field("open") is YamlSequenceNode list ? list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "").ToList() : [];
            var hours = written.Select(OpenHours.Read).ToList();
            return hours.Count > 0 && !hours.Contains(null) ? [.. hours.OfType<OpenHours>()] : throw Wrong("open is a list of hours such as mon-fri 09:00-17:00");
        }

        internal TimeZoneInfo Zone() =>
            TimeZoneInfo.TryFindSystemTimeZoneById(Text("zone") ?? "", out var zone) ? zone : throw Wrong("zone is a time zone that this machine knows, such as Europe/Madrid");

        internal int Minutes(string key, int? standard)
        {
            if (Text(key) is null && standard is { } given)
                return given;
            return int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= LongestWait
                ? minutes
                : throw Wrong($"{key} is a whole number of minutes from 1 to {LongestWait}");
        }

        internal Dictionary<string, string> Words(string key) => Field(key) switch
        {
            YamlScalarNode { Value: { Length: > 0 } plain } => new(StringComparer.OrdinalIgnoreCase) { [""] = plain },
            YamlMappingNode words => words.Children.Where(c => c is { Key: YamlScalarNode { Value: not null }, Value: YamlScalarNode { Value.Length: > 0 } })
                .ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value!, StringComparer.OrdinalIgnoreCase),
            _ => throw Wrong("hours says the same in words, for people: {en: \"Monday to Friday, 9 to 17\"}"),
        };

        private YamlNode? Field(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var field) ? field : null;

        private string? Text(string key) => Field(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;
    }
}
