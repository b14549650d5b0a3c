using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RemedyBot.Handoff.Live;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>What the pages of talks share: the part that renews itself where there is a script, and a button where there is none.</summary>
internal static class TalkPage
{
    internal static readonly string Script = InlineAsset.Load(typeof(TalkPage), "talk.js");

    /// <summary>Whether a page's script asks, and not a worker.</summary>
    internal static bool IsAsked(DeskVisit visit) => visit.Context.Request.Query.ContainsKey("parts");

    /// <summary>The element whose content the script asks for again and again.</summary>
    internal static Element Live(string path, IReadOnlyList<Element> parts) => new("div", parts) { ["data-live"] = path + "?parts", ["class"] = "live" };

    internal static Element Reload(DeskVisit visit, string path) => new("p", DeskFrame.Link(path, visit.Words["reload"], "button")) { ["data-reload"] = "" };

    /// <summary>The page's title says how many wait, so that a worker sees it from another tab.</summary>
    internal static string Title(string title, int waiting) => waiting == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"({waiting}) {title}");

    internal static Task Answer(DeskVisit visit, IReadOnlyList<Element> parts, int waiting)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("waiting", waiting);
            json.WriteStartArray("parts");
            foreach (var part in parts) NodeJson.Write(json, part);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return PageAnswer.Send(visit.Context.Response, StatusCodes.Status200OK, PageAnswer.Json, buffer.WrittenMemory, visit.Cancellation);
    }

    /// <summary>How long ago the person asked: minutes are enough, and right.</summary>
    internal static string Since(DeskVisit visit, OpenTalk talk) =>
        visit.Words.With("talk-since", ("count", Minutes(visit, talk.Talk.Since)));

    /// <summary>Whether the person's page is still heard from.</summary>
    internal static string Presence(DeskVisit visit, OpenTalk talk) => talk.Heard is not { } heard ? visit.Words["person-long"]
        : visit.Parts.Time.GetUtcNow() - heard < TimeSpan.FromMinutes(1) ? visit.Words["person-here"]
        : visit.Words.With("person-quiet", ("count", Minutes(visit, heard)));

    private static string Minutes(DeskVisit visit, DateTimeOffset since) =>
        Math.Max(0, (int)(visit.Parts.Time.GetUtcNow() - since).TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
