namespace MetaNotebooks;

/// <summary>One writing of a generated character: a slant, a size, a place, a pen, and a hand that shakes.</summary>
internal sealed class GlyphHand
{
    private readonly Random random;
    private readonly double xx,
        xy,
        yx,
        yy,
        left,
        top,
        pen,
        shake;

    /// <summary>A random hand.</summary>
    /// <param name="random">Where it comes from; what it draws shakes by the same generator.</param>
    /// <param name="variety">0 for the mean hand, 1 for hands about as different as Omniglot's.</param>
    public GlyphHand(Random random, double variety)
    {
        this.random = random;
        double Around(double mean, double deviation) => mean + variety * deviation * random.NextNormal();
        var (angle, shear) = (Around(0, 0.1), Around(0, 0.12));
        var (width, height) = (Around(0.75, 0.05), Around(0.75, 0.05));
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        (xx, xy) = (cos * width, (cos * shear - sin) * height);
        (yx, yy) = (sin * width, (sin * shear + cos) * height);
        (left, top) = (Around(0.5, 0.04), Around(0.5, 0.04));
        pen = Math.Max(0.8, Around(1.6, 0.2));
        shake = variety * 0.035;
    }

    /// <summary>Draws strokes; a pixel's ink is the share of it that the pen covers, judged by its centre's distance.</summary>
    public void Draw(GlyphStroke[] strokes, Span<float> image, int side)
    {
        foreach (var stroke in strokes)
        {
            var shaken = new GlyphStroke([.. stroke.Points.Select(Shaken)]);
            (double X, double Y)? before = null;
            foreach (var point in shaken.Curve())
            {
                var here = Placed(point, side);
                Line(before ?? here, here, image, side);
                before = here;
            }
        }
    }

    private (double X, double Y) Shaken((double X, double Y) p) =>
        (p.X + shake * random.NextNormal(), p.Y + shake * random.NextNormal());

    private (double X, double Y) Placed((double X, double Y) p, int side) =>
        (
            side * (left + xx * (p.X - 0.5) + xy * (p.Y - 0.5)),
            side * (top + yx * (p.X - 0.5) + yy * (p.Y - 0.5))
        );

    private void Line((double X, double Y) a, (double X, double Y) b, Span<float> image, int side)
    {
        var reach = pen / 2 + 0.5;
        int Low(double v) => Math.Clamp((int)Math.Floor(v - reach), 0, side);
        int High(double v) => Math.Clamp((int)Math.Ceiling(v + reach), 0, side);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var square = dx * dx + dy * dy;
        for (var y = Low(Math.Min(a.Y, b.Y)); y < High(Math.Max(a.Y, b.Y)); y++)
        for (var x = Low(Math.Min(a.X, b.X)); x < High(Math.Max(a.X, b.X)); x++)
        {
            var (px, py) = (x + 0.5 - a.X, y + 0.5 - a.Y);
            var along = square > 0 ? Math.Clamp((px * dx + py * dy) / square, 0, 1) : 0;
            var (ex, ey) = (px - along * dx, py - along * dy);
            var ink = (float)Math.Clamp(reach - Math.Sqrt(ex * ex + ey * ey), 0, 1);
            ref var pixel = ref image[y * side + x];
            pixel = Math.Max(pixel, ink);
        }
    }
}
