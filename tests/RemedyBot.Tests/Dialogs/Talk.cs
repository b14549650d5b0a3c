using RemedyBot.Dialogs.Loading;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Tests.Dialogs;

/// <summary>A conversation with the engine; the state is written and read again between any two turns.</summary>
internal sealed class Talk
{
    private static readonly IReadOnlySet<string> Silent = new HashSet<string>();
    private readonly Engine _engine;

    public Talk(Content content, FakeWorld? world = null, Limits? limits = null)
    {
        World = world ?? new();
        _engine = new(content.Dialogs, limits ?? new());
        Do(new Input.Nothing());
    }

    public static Talk About(params string[] yaml) => new(Loaded(yaml));

    public static Content Loaded(params string[] yaml)
    {
        var content = DialogReader.Read(yaml.Select(y => new ContentFile(y.Split('\n')[0].Replace("dialog: ", "", StringComparison.Ordinal).Trim(), "test.yaml", y)));
        Assert.Empty(content.Diagnostics);
        return content;
    }

    public FakeWorld World { get; }

    public Engine Engine => _engine;

    public Conversation Conversation { get; set; } = new();

    public IReadOnlyList<Message> Messages { get; private set; } = [];

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    /// <summary>The step that asks, or null.</summary>
    public string? Asked => Messages is [.., { Kind: not ("say" or "end") } last] ? last.Step : null;

    public IEnumerable<string> Said => Messages.Where(m => m.Kind is "say" or "end").Select(m => m.TextKey);

    public Talk Do(Input input, params string[] signals)
    {
        var result = _engine.Turn(Conversation, input, signals.Length == 0 ? Silent : signals.ToHashSet(), World);
        var written = ConversationJson.Write(result.Conversation);
        Conversation = ConversationJson.Read(written) ?? throw new InvalidOperationException("The state does not come back.");
        Assert.Equal(written, ConversationJson.Write(Conversation));
        (Messages, Effects) = (result.Messages, result.Effects);
        return this;
    }

    public Talk Choose(params string[] values) => Do(new Input.Chosen(values));

    public Talk Wish(string wish) => Do(new Input.Wish(wish));

    public Talk Say(string words, params string[] signals) => Do(new Input.Words(words), signals);

    public IReadOnlyList<string>? Values(string field) =>
        Engine.Answers(Conversation).LastOrDefault(a => a.Field == field)?.Values;
}
