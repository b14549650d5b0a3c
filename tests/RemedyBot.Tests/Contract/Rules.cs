using System.Text.Json;
using System.Text.RegularExpressions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Tests.Contract;

/// <summary>What holds for every line that `chat --json --trace` writes, whatever was said before.</summary>
internal static partial class Rules
{
    private static readonly string[] Kinds = ["say", "choice", "choices", "text", "yesno", "date", "items", "consent", "review", "code", "end"];
    private static readonly string[] Plain = ["text", "step", "topic", "kind", "field", "choices", "wishes", "code", "progress"];
    private static readonly string[] OfConsent = [.. Plain, "recipient", "groups", "by"];
    private static readonly string[] Columns = ["helpline", "platform", "dpa", "regulator", "nhri", "ncp", "court"];
    private static readonly HashSet<string> Rooms = [.. AChat.Content.Sources.Select(s => s.Key.Split('/')[0])];

    /// <summary>Steps that show what the person wrote, braces and all.</summary>
    private static readonly string[] Quoting = ["summary/review", "wish-so-far/held", "recipient-consent/masks"];

    public static void Hold(JsonElement line)
    {
        var messages = line.GetProperty("messages").EnumerateArray().ToList();
        Assert.NotEmpty(messages);
        foreach (var message in messages)
            Message(message);
        var asking = messages.Where(Asks).ToList();
        var ended = line.GetProperty("ended").GetBoolean();
        Assert.True(ended ? asking.Count == 0 && KindOf(messages[^1]) == "end" : asking.Count == 1 && Asks(messages[^1]), "The last message asks or ends: " + messages[^1]);
        var shown = messages.Select(m => m.GetProperty("code").GetString()).OfType<string>().SingleOrDefault();
        var code = line.GetProperty("code").GetString();
        Assert.Equal(shown, code);
        if (code is not null)
            Assert.Matches("^[0-9]{5}( [0-9]{5}){4}$", code);
        if (line.TryGetProperty("trace", out var trace))
            Trace(trace);
    }

    /// <summary>The estimate of what is still to come; it never grows by more than 3.</summary>
    public static int? Paced(JsonElement message, int? before)
    {
        if (!Asks(message) || message.GetProperty("progress") is not { ValueKind: JsonValueKind.Object } progress)
            return KindOf(message) == "end" ? null : before;
        var (at, of) = (progress.GetProperty("at").GetInt32(), progress.GetProperty("of").GetInt32());
        Assert.InRange(at, 1, of);
        if (before is { } earlier)
            Assert.InRange(of, 1, earlier + 3);
        return of;
    }

    private static bool Asks(JsonElement message) => KindOf(message) is not ("say" or "end");

    private static string KindOf(JsonElement message) => message.GetProperty("kind").GetString()!;

    private static void Message(JsonElement message)
    {
        Assert.Equal(KindOf(message) == "consent" ? OfConsent : Plain, message.EnumerateObject().Select(p => p.Name));
        Assert.Contains(KindOf(message), Kinds);
        Assert.True(Words.Topics.Contains(message.GetProperty("topic").GetString()!), message.ToString());
        Assert.Matches("^[a-z0-9-]+/[a-z0-9.-]+$", message.GetProperty("step").GetString());
        var choices = Titled(message, "choices");
        var wishes = Titled(message, "wishes");
        Assert.Equal(Asks(message), wishes.Count > 0);
        Assert.True(Asks(message) || choices.Count == 0, "Nothing is offered where nothing is asked.");
        Assert.Subset(Words.Wishes.ToHashSet(), wishes.ToHashSet());
        Assert.Empty(choices.Intersect(Words.Wishes));
        if (message.GetProperty("field") is { ValueKind: JsonValueKind.String } field)
            Assert.Matches("^(/[a-z_-]+)+(#[a-z_]+)?$", field.GetString());
        Worded(message.GetProperty("text").GetString()!, Quoting.Contains(message.GetProperty("step").GetString()));
        if (KindOf(message) == "consent")
            Consent(message);
    }

    private static List<string> Titled(JsonElement message, string list)
    {
        var offers = message.GetProperty(list).EnumerateArray().ToList();
        foreach (var offer in offers)
        {
            Assert.Equal(["value", "title"], offer.EnumerateObject().Select(p => p.Name));
            Worded(offer.GetProperty("title").GetString()!, true);
        }
        Assert.Distinct(offers.Select(o => o.GetProperty("title").GetString()));
        var values = offers.ConvertAll(o => o.GetProperty("value").GetString()!);
        Assert.Distinct(values);
        return values;
    }

    private static void Consent(JsonElement message)
    {
        Assert.Contains(message.GetProperty("by").GetString(), new[] { "self", "guardian", "representative" });
        var recipient = message.GetProperty("recipient");
        Assert.Equal(["kind", "id", "name", "column"], recipient.EnumerateObject().Select(p => p.Name));
        if (recipient.GetProperty("column").GetString() is { } column)
            Assert.Contains(column, Columns);
        foreach (var group in message.GetProperty("groups").EnumerateArray())
            Assert.Matches("^g([1-9]|1[0-3])$", group.GetString());
    }

    /// <summary>No empty text, no placeholder left open, no key of the catalogs in place of words.</summary>
    private static void Worded(string text, bool quotes)
    {
        Assert.False(string.IsNullOrWhiteSpace(text), "A text is empty.");
        Assert.DoesNotMatch(Markup(), quotes ? "" : text);
        if (!quotes)
            Assert.DoesNotMatch(Placeholder(), text);
        foreach (var key in Key().Matches(text).Select(m => m.Groups[1].Value))
            Assert.False(AChat.Content.Localizer.Catalog.Has(key) || (Rooms.Contains(key.Split('/')[0]) && key.Split('/').Length != 2), $"A catalog key is shown: {key}");
    }

    private static void Trace(JsonElement trace)
    {
        Assert.Equal(["lang", "urgency", "reasons", "signals", "summary", "routes", "handoffs"], trace.EnumerateObject().Select(p => p.Name));
        Assert.Subset(new HashSet<string> { "danger", "selfharm", "minor", "spyware", "custody" }, trace.GetProperty("signals").EnumerateArray().Select(s => s.GetString()!).ToHashSet());
        var summary = trace.GetProperty("summary");
        if (summary.ValueKind == JsonValueKind.Object && summary.TryGetProperty("urgency", out var urgency))
        {
            Assert.Equal(urgency.GetProperty("level").GetString(), trace.GetProperty("urgency").GetString());
            Assert.Equal(urgency.GetProperty("reasons").ToString(), trace.GetProperty("reasons").ToString());
        }
        else
            Assert.Equal(JsonValueKind.Null, trace.GetProperty("urgency").ValueKind);
        foreach (var route in trace.GetProperty("routes").EnumerateArray())
            Assert.Equal(["id", "kind", "topic", "warnings"], route.EnumerateObject().Select(p => p.Name));
        Assert.Distinct(trace.GetProperty("routes").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
    }

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\*\*|</?[a-z]+>|\]\(")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<![\w./-])([a-z][a-z-]*/[\w./-]+)")]
    private static partial Regex Key();
}
