using System.Diagnostics.CodeAnalysis;

namespace RemedyBot.Pages.Shared;

/// <summary>A piece of a page. The same tree is written as HTML or as JSON that the page's script builds, so markup is described once.</summary>
public abstract class Node
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Node?(string? text) => text is null ? null : new Words(text);
}
