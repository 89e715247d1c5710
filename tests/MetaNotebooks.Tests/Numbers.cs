namespace MetaNotebooks.Tests;

/// <summary>Tensors as plain numbers, and derivatives without autograd.</summary>
internal static class Numbers
{
    public static double[] Doubles(this Tensor tensor)
    {
        if (tensor.numel() == 0)
            return [];
        // Held while it is read: libtorch's memory goes with the tensor.
        using var plain = tensor.detach().to(ScalarType.Float64).contiguous();
        using var data = plain.data<double>();
        return data.ToArray();
    }

    /// <summary>Largest |a − b| over the largest |b|.</summary>
    public static double RelativeError(Tensor actual, Tensor expected)
    {
        Assert.Equal(expected.shape, actual.shape);
        return RelativeError(actual.Doubles(), expected.Doubles());
    }

    public static double RelativeError(double[] actual, double[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Max(Math.Abs);
        return expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max() / (scale == 0 ? 1 : scale);
    }

    /// <summary>Tensors named by their places, "0", "1" and so on, where names mean nothing.</summary>
    public static Parameters Placed(params IEnumerable<Tensor> tensors) =>
        Parameters.Of([.. tensors.Select((tensor, i) => ($"{i}", tensor))]);

    /// <summary>Central differences of f with respect to every number of every parameter (float64).</summary>
    public static Parameters CentralDifferences(Func<Parameters, double> f, Parameters at, double h = 1e-5) =>
        at.Shapes.Named(
            at.Select(
                (parameter, p) =>
                {
                    var values = parameter.Doubles();
                    double At(int i, double shift)
                    {
                        var moved = (double[])values.Clone();
                        moved[i] += shift;
                        var parameters = at.ToArray();
                        parameters[p] = tensor(moved, parameter.shape);
                        return f(at.Shapes.Named(parameters));
                    }
                    var slopes = values.Select((_, i) => (At(i, h) - At(i, -h)) / (2 * h)).ToArray();
                    return tensor(slopes, parameter.shape);
                }
            )
        );

    /// <summary>
    /// Asserts that tensors are the gradient of f (float64): along a random direction of each parameter, the
    /// slope by central differences.
    /// </summary>
    public static void IsGradient(
        Func<Parameters, double> f,
        Parameters at,
        Parameters gradient,
        double h = 1e-5,
        double tolerance = 1e-6
    )
    {
        Assert.Equal(at.Select(part => part.shape), gradient.Select(part => part.shape));
        var random = new Random(1);
        double[] slopes = new double[at.Count],
            expected = new double[at.Count];
        for (var p = 0; p < at.Count; p++)
        {
            var direction = random.Normal(0, 1, at[p].shape, ScalarType.Float64);
            double Along(double step)
            {
                var moved = at.ToArray();
                moved[p] = at[p].detach() + step * direction;
                return f(at.Shapes.Named(moved));
            }
            expected[p] = (Along(h) - Along(-h)) / (2 * h);
            slopes[p] = (gradient[p] * direction).sum().ToDouble();
        }
        var scale = expected.Max(Math.Abs);
        Assert.True(scale > 0, "the loss does not depend on any parameter");
        for (var p = 0; p < at.Count; p++)
            Assert.True(
                Math.Abs(slopes[p] - expected[p]) < tolerance * scale,
                $"{at.Names[p]}: the slope is {slopes[p]}; expected {expected[p]}"
            );
    }

    /// <summary>Copies that gradients can be taken of.</summary>
    public static Tensor[] Leaves(this IEnumerable<Tensor> parameters) =>
        [.. parameters.Select(parameter => parameter.detach().clone().requires_grad_())];
}
