using System.Globalization;

namespace MetaNotebooks;

/// <summary>A mean with its 95 % confidence interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="HalfWidth">Half the interval's width, 1.96 s/√n.</param>
public readonly record struct Interval(double Mean, double HalfWidth)
{
    /// <summary>Lower end.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>The interval of independent values, by the normal approximation (as the papers report it).</summary>
    /// <param name="values">At least two values.</param>
    public static Interval Of(IReadOnlyCollection<double> values)
    {
        Require.AtLeast(values.Count, 2, nameof(values));
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        return new(mean, 1.96 * Math.Sqrt(variance / values.Count));
    }

    /// <summary>Such as "0.541 ± 0.032".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mean:F3} ± {HalfWidth:F3}");
}
