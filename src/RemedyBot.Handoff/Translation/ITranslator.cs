namespace RemedyBot.Handoff.Translation;

/// <summary>A machine that translates. It is given redacted words only, and only with the person's yes.</summary>
public interface ITranslator
{
    /// <summary>Its name, as it stands beside what it made.</summary>
    string Engine { get; }

    /// <summary>The translation; null where there is none, for whatever reason. Nothing of the words is logged or kept.</summary>
    /// <param name="from">BCP 47.</param>
    /// <param name="to">BCP 47.</param>
    Task<string?> TranslateAsync(string words, string from, string to, CancellationToken cancellation);
}
