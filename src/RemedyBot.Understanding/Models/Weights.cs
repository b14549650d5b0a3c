namespace RemedyBot.Understanding.Models;

/// <summary>A row of small whole numbers (-7 to 7) for each feature, four bits each, with one scale a row.</summary>
internal sealed class Weights
{
    private const int Largest = 7;

    private readonly byte[] packed;
    private readonly Half[] scales;
    private readonly int width;
    private readonly int bytes;

    public Weights(byte[] packed, Half[] scales, int width)
    {
        this.packed = packed;
        this.scales = scales;
        this.width = width;
        bytes = BytesFor(width);
    }

    public ReadOnlySpan<byte> Packed => packed;

    public ReadOnlySpan<Half> Scales => scales;

    public static int BytesFor(int width) => (width + 1) / 2;

    /// <summary>Rounds rows of weights.</summary>
    /// <param name="row">The exact weights of a row.</param>
    public static Weights Of(int rows, int width, Func<int, float[]> row)
    {
        var packed = new byte[rows * BytesFor(width)];
        var scales = new Half[rows];
        for (var at = 0; at < rows; at++)
        {
            var exact = row(at);
            scales[at] = (Half)(exact.Max(Math.Abs) / Largest);
            var scale = (float)scales[at];
            for (var column = 0; column < width && scale > 0; column++)
            {
                var rounded = Math.Clamp((int)MathF.Round(exact[column] / scale), -Largest, Largest) + Largest + 1;
                packed[at * BytesFor(width) + column / 2] |= (byte)(rounded << (column % 2 * 4));
            }
        }

        return new Weights(packed, scales, width);
    }

    /// <summary>Adds a row, so many times, to sums.</summary>
    public void Add(int row, float times, Span<float> sums)
    {
        var scale = (float)scales[row] * times;
        if (scale == 0)
            return;
        var cells = packed.AsSpan(row * bytes, bytes);
        for (var column = 0; column < width; column++)
            sums[column] += ((cells[column >> 1] >> ((column & 1) << 2) & 15) - Largest - 1) * scale;
    }
}
