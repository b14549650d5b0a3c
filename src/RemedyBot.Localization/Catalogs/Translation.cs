using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization.Catalogs;

/// <summary>A text ready to be rendered: its forms in one language.</summary>
internal sealed record Translation(Language Language, TextKind Kind, MessageTemplate[] Forms, PluralRule Plural)
{
    public MessageTemplate Form(long count) => Forms[Math.Min(Plural.Form(count), Forms.Length - 1)];
}
