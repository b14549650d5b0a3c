using RemedyBot.Handoff.Translation;

namespace RemedyBot.Tests.Contract;

/// <summary>Translates everything into the same words.</summary>
/// <param name="makes">Null where it fails.</param>
internal sealed class Machine(string? makes) : ITranslator
{
    public List<(string Words, string From, string To)> Asked { get; } = [];

    /// <summary>What it makes of everything from now on.</summary>
    public string? Makes { get; set; } = makes;

    public string Engine => "Test machine";

    public Task<string?> TranslateAsync(string words, string from, string to, CancellationToken cancellation)
    {
        Asked.Add((words, from, to));
        return Task.FromResult(Makes);
    }
}
