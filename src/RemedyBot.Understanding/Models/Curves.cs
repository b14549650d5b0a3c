namespace RemedyBot.Understanding.Models;

/// <summary>Exponentials made of plain arithmetic, so that training gives the same bytes on every machine.</summary>
internal static class Curves
{
    private const double Ln2 = 0.693147180559945309;
    private const double Lowest = -80;
    private const double Highest = 80;

    public static double Exp(double x)
    {
        x = Math.Clamp(double.IsNaN(x) ? 0 : x, Lowest, Highest);
        var whole = Math.Floor(x / Ln2 + 0.5);
        var rest = x - whole * Ln2;
        double term = 1;
        double sum = 1;
        for (var n = 1; n <= 13; n++)
        {
            term = term * rest / n;
            sum += term;
        }

        return Math.ScaleB(sum, (int)whole);
    }

    public static double Sigmoid(double x) => 1 / (1 + Exp(-x));

    /// <summary>The inverse of <see cref="Sigmoid"/>, bounded.</summary>
    public static double LogOdds(double share)
    {
        share = Math.Clamp(share, 1e-6, 1 - 1e-6);
        return Math.Log(share / (1 - share));
    }

    /// <summary>Makes scores probabilities that add up to one.</summary>
    public static void Softmax(Span<float> scores)
    {
        var highest = float.MinValue;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        double sum = 0;
        foreach (ref var score in scores)
        {
            var power = Exp(score - highest);
            sum += power;
            score = (float)power;
        }

        foreach (ref var score in scores)
            score = (float)(score / sum);
    }
}
