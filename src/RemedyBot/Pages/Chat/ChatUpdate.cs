using System.Buffers;
using System.Text.Json;
using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The same answer for the page's script: messages to add, parts to replace.</summary>
public static class ChatUpdate
{
    /// <param name="shownIn">The language that the page is in now: its frame is sent again only where that changes.</param>
    public static ReadOnlyMemory<byte> Of(ChatScreen screen, string shownIn)
    {
        var language = screen.Words.Language;
        var parts = new List<Element> { ChatFrame.Top(screen.Words, screen.Exit, ChatFrame.LanguageSwitch(screen)), AnswerArea.Of(screen), AnswerArea.Wishes(screen) };
        if (language.Tag != shownIn) parts.AddRange([WriteArea.Of(screen), ChatFrame.Foot(screen.Words)]);
        var kind = screen.Asked?.Kind ?? "";

        return Json(json =>
        {
            json.WriteString("token", screen.Reply.Token);
            json.WriteString("form", screen.Id);
            json.WriteString("lang", language.Tag);
            json.WriteString("dir", language.Direction);
            json.WriteString("title", screen.Words["title"]);
            json.WriteString("kept", screen.Kept ?? "");
            json.WriteString("kind", kind);
            json.WriteString("label", screen.Words[WriteArea.Label(screen)]);
            json.WriteBoolean("clear", screen.Clears);
            json.WriteBoolean("ended", screen.Reply.Ended);
            Write(json, "log", Bubbles.New(screen));
            Write(json, "parts", parts);
        });
    }

    public static ReadOnlyMemory<byte> Trouble(string sentence) => Json(json => json.WriteString("error", sentence));

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Element> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements) NodeJson.Write(json, element);
        json.WriteEndArray();
    }

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
