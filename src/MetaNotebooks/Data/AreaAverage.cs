namespace MetaNotebooks;

/// <summary>Makes an image a square of another size: each new pixel is the mean over its area.</summary>
internal sealed class AreaAverage
{
    private readonly int width;
    private readonly int height;
    private readonly (int First, double[] Shares)[] columns;
    private readonly (int First, double[] Shares)[] rows;

    /// <summary>Prepares for images of one size.</summary>
    /// <param name="width">Their width.</param>
    /// <param name="height">Their height.</param>
    /// <param name="side">Side of the results.</param>
    public AreaAverage(int width, int height, int side)
    {
        (this.width, this.height) = (width, height);
        columns = Lines(width, side);
        rows = width == height ? columns : Lines(height, side);
    }

    /// <summary>Whether images of this size are what it is for.</summary>
    public bool Fits(int width, int height) => (this.width, this.height) == (width, height);

    /// <summary>Writes the new image, row by row.</summary>
    public void Resize(ReadOnlySpan<float> image, Span<float> result)
    {
        var side = columns.Length;
        var row = new double[width];
        for (var y = 0; y < side; y++)
        {
            Array.Clear(row);
            var (first, shares) = rows[y];
            for (var i = 0; i < shares.Length; i++)
            for (var x = 0; x < width; x++)
                row[x] += shares[i] * image[(first + i) * width + x];
            for (var x = 0; x < side; x++)
            {
                var sum = 0.0;
                for (var i = 0; i < columns[x].Shares.Length; i++)
                    sum += columns[x].Shares[i] * row[columns[x].First + i];
                result[y * side + x] = (float)sum;
            }
        }
    }

    // Which old lines each new one covers, and which share of it each of them has.
    private static (int First, double[] Shares)[] Lines(int from, int to)
    {
        var size = (double)from / to;
        return
        [
            .. Enumerable
                .Range(0, to)
                .Select(i =>
                {
                    var (low, high) = (i * size, (i + 1) * size);
                    var first = (int)low;
                    var last = Math.Min(from - 1, (int)Math.Ceiling(high) - 1);
                    return (
                        first,
                        Enumerable
                            .Range(first, last - first + 1)
                            .Select(x => (Math.Min(high, x + 1) - Math.Max(low, x)) / size)
                            .ToArray()
                    );
                }),
        ];
    }
}
