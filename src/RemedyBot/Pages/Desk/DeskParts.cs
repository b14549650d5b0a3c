using System.Text.Json;
using RemedyBot.Handoff.Desk;
using RemedyBot.Pages.Shared;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Pages.Desk;

/// <summary>What the desk's pages need from the program.</summary>
public sealed record DeskParts
{
    public required FrontDesk Desk { get; init; }

    /// <summary>The one-time word that `serve` printed; null where the desk cannot be set up on a page.</summary>
    public SetupWord? SetupWord { get; init; }

    public required IRandomness Random { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The languages of the desk; the first where a browser asks for none of them.</summary>
    public required IReadOnlyList<PageLanguage> Languages { get; init; }

    /// <summary>Texts of desk.yaml, `harms/LEAF` and `common/gN`.</summary>
    public required PageTexts Texts { get; init; }

    /// <summary>Label and value of each field of a summary, in a language, without the statement.</summary>
    public required Func<string, JsonElement, IReadOnlyList<(string Label, string Value)>> Summary { get; init; }

    /// <summary>A day, in a language.</summary>
    public required Func<string, DateOnly, string> Day { get; init; }

    /// <summary>The name of a language (the second), in a language (the first).</summary>
    public required Func<string, string, string> LanguageName { get; init; }

    /// <summary>People are offered a talk while a worker is there.</summary>
    public bool TalksOffered { get; init; }

    /// <summary>Names the queue of whoever signs in; see <see cref="Turns.PaceBuckets"/>.</summary>
    public Func<HttpContext, string> Bucket { get; init; } = _ => "";

    /// <summary>Where people reach this server, if the operator said so.</summary>
    public Uri? PublicUrl { get; init; }
}
