using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Tensors filled from a .NET generator, so that a seed gives the same numbers with every libtorch.</summary>
public static class RandomTensors
{
    /// <summary>Independent uniform numbers.</summary>
    /// <param name="random">The generator; it is advanced by one number an element.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not reached.</param>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="dtype">Float32 or Float64.</param>
    public static Tensor Uniform(
        this Random random,
        double low,
        double high,
        long[] shape,
        ScalarType dtype = ScalarType.Float32
    ) => Fill(shape, dtype, new UniformNumbers(random, low, high - low));

    /// <summary>Independent normal numbers (Box–Muller; two uniform numbers an element).</summary>
    /// <param name="random">The generator.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation.</param>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="dtype">Float32 or Float64.</param>
    public static Tensor Normal(
        this Random random,
        double mean,
        double deviation,
        long[] shape,
        ScalarType dtype = ScalarType.Float32
    ) => Fill(shape, dtype, new NormalNumbers(random, mean, deviation));

    /// <summary>One uniform number.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not reached.</param>
    public static double Uniform(this Random random, double low, double high) =>
        low + (high - low) * random.NextDouble();

    /// <summary>One standard normal number.</summary>
    /// <param name="random">The generator.</param>
    public static double NextNormal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Tensor Fill<TNumbers>(long[] shape, ScalarType dtype, TNumbers numbers)
        where TNumbers : struct, INumbers
    {
        var count = shape.Aggregate(1L, (n, d) => n * d);
        if (dtype == ScalarType.Float32)
        {
            var singles = new float[count];
            for (var i = 0; i < singles.Length; i++)
                singles[i] = (float)numbers.Next();
            return tensor(singles, shape);
        }
        var doubles = new double[count];
        for (var i = 0; i < doubles.Length; i++)
            doubles[i] = numbers.Next();
        return tensor(doubles, shape, dtype);
    }

    // Structures, for which the loop is compiled with the number in it: a call for each is most of a small batch's time.
    private interface INumbers
    {
        double Next();
    }

    private readonly struct UniformNumbers(Random random, double low, double width) : INumbers
    {
        public double Next() => low + width * random.NextDouble();
    }

    private readonly struct NormalNumbers(Random random, double mean, double deviation) : INumbers
    {
        public double Next() => mean + deviation * random.NextNormal();
    }
}
