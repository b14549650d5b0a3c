using RemedyBot.Composition;
using RemedyBot.Understanding.Messages;

namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>The shipped content, model and development set, read once.</summary>
internal static class TheModel
{
    public static LoadedContent Content { get; } = LoadedContent.Read(new ContentFolder(null, Repository.Root));

    public static Learning.Files Files { get; } = Learning.Read(Content.Folder, Content.Domain);

    public static MessageReader Reader => Content.Reader ?? throw new InvalidOperationException(Content.ModelProblem);
}
