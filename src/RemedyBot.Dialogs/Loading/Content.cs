using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Loading;

/// <summary>Everything a folder of dialogs holds.</summary>
public sealed record Content(DialogSet Dialogs, IReadOnlyList<SourceText> Texts, IReadOnlyList<Diagnostic> Diagnostics);
