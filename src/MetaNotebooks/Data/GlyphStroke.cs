namespace MetaNotebooks;

/// <summary>A stroke of a generated character: control points in the unit square that a smooth curve goes through.</summary>
internal sealed record GlyphStroke((double X, double Y)[] Points)
{
    private const int StepsABow = 8;

    // Shorter strokes are dots, which hands would not tell apart.
    private const double ShortestBow = 0.3;

    /// <summary>The strokes of a random character.</summary>
    public static GlyphStroke[] Character(Random random, int mostStrokes) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, mostStrokes + 1))
                .Select(_ =>
                {
                    var points = new (double X, double Y)[random.Next(2, 5)];
                    points[0] = (random.NextDouble(), random.NextDouble());
                    for (var i = 1; i < points.Length; i++)
                        do points[i] = (random.NextDouble(), random.NextDouble());
                        while (Distance(points[i - 1], points[i]) < ShortestBow);
                    return new GlyphStroke(points);
                }),
        ];

    /// <summary>Points along the Catmull–Rom spline through the control points.</summary>
    public IEnumerable<(double X, double Y)> Curve()
    {
        var p = Points;
        for (var i = 0; i + 1 < p.Length; i++)
        {
            var (a, b, c, d) = (p[Math.Max(i - 1, 0)], p[i], p[i + 1], p[Math.Min(i + 2, p.Length - 1)]);
            for (var s = 0; s < StepsABow; s++)
            {
                var t = (double)s / StepsABow;
                yield return (Spline(a.X, b.X, c.X, d.X, t), Spline(a.Y, b.Y, c.Y, d.Y, t));
            }
        }
        yield return p[^1];
    }

    private static double Spline(double a, double b, double c, double d, double t) =>
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
