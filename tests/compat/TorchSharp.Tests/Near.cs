using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Comparison of tensors with numbers computed without libtorch.</summary>
internal static class Near
{
    internal static double[] Values(Tensor tensor) => tensor.to(ScalarType.Float64).data<double>().ToArray();

    internal static void Equal(double[] expected, Tensor actual, double tolerance = 1e-9)
    {
        var values = Values(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - values[i]) <= tolerance * (1 + Math.Abs(expected[i])),
                $"element {i}: expected {expected[i]}, got {values[i]}"
            );
    }

    internal static void Equal(double expected, Tensor actual, double tolerance = 1e-9)
    {
        Assert.Equal(1, actual.numel());
        Equal([expected], actual, tolerance);
    }

    internal static void Shape(Tensor actual, params long[] expected) => Assert.Equal(expected, actual.shape);
}
