using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Messages;

/// <summary>Reads what a person wrote: which harms it may tell of, what calls for care, which language. Safe to share between threads; keeps no words.</summary>
public sealed class MessageReader(TrainedModel model, SignalFinder lists)
{
    private const int MostLabels = 5;
    private const float LeastShare = 0.03f;
    private const float LeastOfBest = 0.08f;

    // An answer of a word or two to some other question is no story; the lists hear it all the same.
    private const int FewestWords = 4;

    // Where something is told two words may say it; an answer to another question is no story unless it is long.
    private const int FewestTold = 2;
    private const int FewestElsewhere = 10;

    private const int ShortestWord = 3;

    // How sure a part of a message must be, and what it then counts for: about one in four of these harms was meant beside the first.
    private const float SureOfPart = 0.8f;
    private const float ScoreOfPart = 0.25f;

    private readonly ConcurrentBag<Scorer> _scorers = [];

    /// <summary>Stands for what the model was learned from.</summary>
    public string Fingerprint => model.Fingerprint;

    /// <summary>Never throws, for any text; time grows with its length up to some 30,000 words and no further.</summary>
    /// <param name="language">The language it is believed to be in, or null.</param>
    public Reading Read(string? text, string? language = null)
    {
        text ??= string.Empty;
        var folded = string.IsNullOrWhiteSpace(text) ? [] : TextFolder.Fold(text);
        var tokens = CollectionsMarshal.AsSpan(folded);
        var spoken = model.Parts.Language.Of(text, tokens, language);
        if (SaysNothing(tokens))
        {
            return new Reading([], spoken.Language, lists.Find(folded));
        }

        return Of(folded, Scores(tokens, spoken.Nearest), spoken.Language);
    }

    /// <summary>The harms alone, for words whose signals were looked at before.</summary>
    public IReadOnlyList<Suggestion> Suggest(string text, string? language = null)
    {
        var tokens = CollectionsMarshal.AsSpan(TextFolder.Fold(text));
        if (SaysNothing(tokens))
            return [];
        var spoken = model.Parts.Language.Of(text, tokens, language).Nearest;
        var labels = Labels(Scores(tokens, spoken));
        return labels.Count == 0 ? [] : Raised(labels, tokens, spoken);
    }

    /// <summary>The language alone: BCP 47, or `other`.</summary>
    public string Language(string text, string? language = null) => model.Parts.Language.Of(text, CollectionsMarshal.AsSpan(TextFolder.Fold(text)), language).Language;

    /// <summary>What a conversation answers at once, and what it asks about; for the signals of a reading see there.</summary>
    /// <param name="language">The language it is believed to be in, or null.</param>
    /// <param name="telling">Whether it was asked what happened, not for something else.</param>
    public Hearing Hear(string text, string? language = null, bool telling = true)
    {
        var folded = TextFolder.Fold(text);
        var firm = lists.Find(folded);
        var maybe = new HashSet<Signal>();
        var tokens = CollectionsMarshal.AsSpan(folded);
        if (tokens.Length < (telling ? FewestTold : FewestWords))
            return new Hearing(firm, maybe);
        var scores = Scores(tokens, model.Parts.Language.Of(text, tokens, language).Nearest);
        var tellsNothing = scores[model.Leaves.Count] >= model.Parts.Thresholds.None;
        foreach (var signal in SignalNames.All)
        {
            var score = scores[model.Leaves.Count + 1 + (int)signal];
            if (!tellsNothing && tokens.Length >= FewestWords && score >= model.Parts.Thresholds.Firm[(int)signal])
                firm.Add(signal);
            // What tells of no harm may tell of a grave danger all the same: "they would all be better off".
            else if (tellsNothing && !(telling && SignalNames.Grave.Contains(signal)))
                continue;
            else if (tokens.Length >= (telling ? FewestTold : FewestElsewhere) && score >= model.Parts.Thresholds.Maybe(signal) && !firm.Contains(signal))
                maybe.Add(signal);
        }

        return new Hearing(firm, maybe);
    }

    // A letter or two, however often, is no story.
    private static bool SaysNothing(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Text.Length >= ShortestWord)
                return false;
        }

        return true;
    }

    /// <summary>Of two harms that are told one drowns the other; what a part of the message tells surely comes with the first of the whole.</summary>
    private List<Suggestion> Raised(List<Suggestion> labels, ReadOnlySpan<Token> tokens, string language)
    {
        var raised = labels.ToDictionary(label => label.Harm, label => label.Score, StringComparer.Ordinal);
        foreach (var part in MessageParts.Of(tokens.Length))
        {
            if (Labels(Scores(tokens[part], language)) is [{ Score: >= SureOfPart } told, ..])
                raised[told.Harm] = Math.Max(raised.GetValueOrDefault(told.Harm), Math.Min(ScoreOfPart, labels[0].Score));
        }

        // A stable order: what the whole tells first stays first.
        return [.. raised.Select(label => new Suggestion(label.Key, label.Value)).OrderByDescending(label => label.Score)];
    }

    private float[] Scores(ReadOnlySpan<Token> tokens, string language)
    {
        var scorer = _scorers.TryTake(out var idle) ? idle : new Scorer(model);
        var scores = scorer.Score(tokens, language);
        _scorers.Add(scorer);
        return scores;
    }

    /// <summary>What scores come to, together with what the lists hear.</summary>
    internal Reading Of(List<Token> folded, ReadOnlySpan<float> scores, string language)
    {
        var heard = lists.Find(folded);
        var signals = new HashSet<Signal>();
        for (var signal = 0; signal < SignalNames.All.Count; signal++)
        {
            var score = scores[model.Leaves.Count + 1 + signal];
            if (score >= model.Parts.Thresholds.Alarm[signal] || (heard.Contains((Signal)signal) && (folded.Count < FewestWords || score >= model.Parts.Thresholds.Unlikely[signal])))
                signals.Add((Signal)signal);
        }

        return new Reading(Labels(scores), language, signals);
    }

    private List<Suggestion> Labels(ReadOnlySpan<float> scores)
    {
        var labels = new List<Suggestion>();
        if (scores[model.Leaves.Count] >= model.Parts.Thresholds.None)
            return labels;
        for (var leaf = 0; leaf < model.Leaves.Count; leaf++)
            labels.Add(new Suggestion(model.Leaves[leaf], scores[leaf]));
        labels.Sort((one, other) => other.Score.CompareTo(one.Score));
        var least = Math.Max(LeastShare, labels[0].Score * LeastOfBest);
        return [.. labels.Take(MostLabels).Where((label, rank) => rank < 3 || label.Score >= least)];
    }
}
