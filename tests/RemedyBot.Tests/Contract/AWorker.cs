using RemedyBot.Composition;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Live;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Contract;

/// <summary>The one worker of a bot's desk. Comes and goes without a passphrase: that is tested elsewhere, and takes its time.</summary>
internal sealed class AWorker : IDisposable
{
    private const string Word = "heron";

    private readonly OpeningKey _key = OpeningKey.Create();
    private readonly FrontDesk _desk;
    private string? _session;
    private string? _last;

    public AWorker(Bot bot)
    {
        bot.DeskFile.Write(new(_key.Public, null, new Dictionary<string, string> { [SignInWord.RosterKey(Word)] = SignInWord.Seal(Word, _key.Public) }));
        _desk = new(bot.Vault, bot.DeskFile, bot.Parts.Time, bot.Parts.Randomness, bot.Room);
    }

    /// <summary>Signs in, and says to be there for talks.</summary>
    public void Come()
    {
        _session = _desk.Sessions.Open(_key, Word);
        _desk.Sessions.Attend(_session, true);
    }

    public void Leave() => _desk.Sessions.End(_session);

    /// <summary>Takes the one talk that is open, writes, ends or declines it; where none is, writes to the last.</summary>
    public async Task Act(HandoffState state, string? words = null)
    {
        using var session = _desk.Sessions.Use(_session)!;
        _last = (await _desk.Talks.ListAsync(session, default)).SingleOrDefault()?.Head.Ref ?? _last;
        Assert.Equal(ActResult.Done, await _desk.Talks.ActAsync(new(_last!, state, words), session, default));
    }

    /// <summary>What was said in the talk that was open last.</summary>
    public async Task<IReadOnlyList<TalkLine>> Lines()
    {
        using var session = _desk.Sessions.Use(_session)!;
        _last = (await _desk.Talks.ListAsync(session, default)).SingleOrDefault()?.Head.Ref ?? _last ?? (await _desk.Cases.ListAsync(session, default)).Single().Ref;
        return (await _desk.Talks.OpenAsync(_last, session, default))!.Lines;
    }

    /// <summary>The one talk that is open, as it lies at the desk.</summary>
    public async Task<OpenTalk> Talk()
    {
        using var session = _desk.Sessions.Use(_session)!;
        return (await _desk.Talks.OpenAsync((await _desk.Talks.ListAsync(session, default)).Single().Head.Ref, session, default))!;
    }

    /// <summary>Writes to the person of the one case that is no talk; its reference.</summary>
    public async Task<string> Write(string words)
    {
        using var session = _desk.Sessions.Use(_session)!;
        var reference = (await _desk.Cases.ListAsync(session, default)).Single(line => line.Head is { Talk: null }).Ref;
        Assert.Equal(ActResult.Done, await _desk.Cases.ActAsync(new(reference, HandoffState.Answered, words), session, default));
        return reference;
    }

    /// <summary>What the person wrote back there.</summary>
    public async Task<IEnumerable<string>> Answers(string reference)
    {
        using var session = _desk.Sessions.Use(_session)!;
        return (await _desk.Cases.OpenAsync(reference, session, default))!.Answers.Select(answer => answer.Text);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _key.Dispose();
    }
}
