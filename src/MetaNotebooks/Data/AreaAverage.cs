namespace MetaNotebooks;

/// <summary>Makes a square image smaller: each new pixel is the mean over the area that it covers.</summary>
internal sealed class AreaAverage
{
    private readonly int from;
    private readonly (int First, double[] Shares)[] lines;

    /// <summary>Prepares for images of one size.</summary>
    /// <param name="from">Side of the images.</param>
    /// <param name="to">Side of the results, at most <paramref name="from"/>.</param>
    public AreaAverage(int from, int to)
    {
        this.from = from;
        var width = (double)from / to;
        lines =
        [
            .. Enumerable
                .Range(0, to)
                .Select(i =>
                {
                    var (low, high) = (i * width, (i + 1) * width);
                    var first = (int)low;
                    var last = Math.Min(from - 1, (int)Math.Ceiling(high) - 1);
                    return (
                        first,
                        Enumerable
                            .Range(first, last - first + 1)
                            .Select(x => (Math.Min(high, x + 1) - Math.Max(low, x)) / width)
                            .ToArray()
                    );
                }),
        ];
    }

    /// <summary>Writes the smaller image, row by row.</summary>
    public void Resize(ReadOnlySpan<float> image, Span<float> result)
    {
        var to = lines.Length;
        Span<double> rows = stackalloc double[from];
        for (var y = 0; y < to; y++)
        {
            rows.Clear();
            var (first, shares) = lines[y];
            for (var i = 0; i < shares.Length; i++)
            for (var x = 0; x < from; x++)
                rows[x] += shares[i] * image[(first + i) * from + x];
            for (var x = 0; x < to; x++)
            {
                var sum = 0.0;
                for (var i = 0; i < lines[x].Shares.Length; i++)
                    sum += lines[x].Shares[i] * rows[lines[x].First + i];
                result[y * to + x] = (float)sum;
            }
        }
    }
}
