using System.Globalization;
using MathNet.Numerics.Distributions;

namespace MetaNotebooks;

/// <summary>A mean with its 95 % confidence interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="HalfWidth">
/// Half the interval's width, t s/√n with Student's t for n − 1 degrees of freedom.
/// </param>
public readonly record struct Interval(double Mean, double HalfWidth)
{
    // Of Student's distribution, so that 2.5 % lie above it and 2.5 % below its negative.
    private const double Quantile = 0.975;

    /// <summary>Lower end.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>
    /// The interval of independent values, by Student's t: 12.7 standard errors to each side for two values,
    /// 2.26 for ten, 1.96 for very many (where it is the interval that papers report).
    /// </summary>
    /// <param name="values">
    /// At least two values: one alone says nothing of how far others would lie from it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public static Interval Of(IReadOnlyCollection<double> values)
    {
        var error = StandardError(values);
        return new(values.Average(), StudentT.InvCDF(0, 1, values.Count - 1, Quantile) * error);
    }

    /// <summary>The standard error of the mean of independent values, s/√n.</summary>
    /// <param name="values">At least two values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public static double StandardError(IReadOnlyCollection<double> values)
    {
        Require.AtLeast(values.Count, 2, nameof(values));
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        return Math.Sqrt(variance / values.Count);
    }

    /// <summary>Such as "0.541 ± 0.032".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mean:F3} ± {HalfWidth:F3}");
}
